// Loaded before the program. Node reads the nearest package.json of every module to learn what kind it is; drizzle-orm's
// has 180 KB, so its 300 modules take half a second of a start. They are all ES modules, which is said here instead.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, nextResolve) {
    const within = specifier.startsWith('.') && context.parentURL?.includes('/node_modules/drizzle-orm/');
    if (!within || !specifier.endsWith('.js')) return nextResolve(specifier, context);
    return { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true };
  },
});
