import { twoFactor } from 'better-auth/plugins/two-factor';

/**
 * The library's second factor, asked for after a code by mail: by itself it asks only after a password. The session that
 * the first factor opened is ended again before the answer goes out. No browser is trusted for another time.
 */
export function secondFactor() {
  const plugin = twoFactor({ issuer: 'Beback', allowPasswordless: true, trustDeviceMaxAge: 0 });
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: ({ path }: { path?: string }) => path === '/sign-in/email-otp',
  }));
  return { ...plugin, hooks: { ...plugin.hooks, after } };
}
