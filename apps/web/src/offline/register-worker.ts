import type { BuildTakesOver } from '../worker/service-worker.ts';

const hour = 60 * 60_000;
const often = 60_000;
let checkedAt = 0;

/**
 * Lets the browser keep the app's files, so that it opens without a connection. `onNewVersion` is called when a version
 * arrived that this page is not of; it goes on with its own until it is loaded anew. Not in development.
 */
export function registerWorker(onNewVersion: () => void): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!import.meta.env.PROD || !workers) return;
  workers.addEventListener('message', ({ data }: MessageEvent<Partial<BuildTakesOver>>) => {
    if (data.kind === 'build' && data.files && !data.files.includes(ownScript())) onNewVersion();
  });
  // A page that is older than what the server has finds one of its parts missing.
  window.addEventListener('vite:preloadError', onNewVersion);
  const start = async () => {
    checkedAt = Date.now();
    // Not everybody lets a page keep files: it works without.
    const registration = await workers.register('/sw.js').catch(() => undefined);
    if (!registration) return;
    const check = () => {
      if (document.hidden || !navigator.onLine || Date.now() - checkedAt < often) return;
      checkedAt = Date.now();
      void registration.update().catch(() => {});
    };
    document.addEventListener('visibilitychange', check);
    window.addEventListener('online', check);
    setInterval(check, hour);
  };
  if (document.readyState === 'complete') void start();
  else window.addEventListener('load', () => void start(), { once: true });
}

/** The script this page began with: its name is another one in every build. */
function ownScript(): string {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src^="/assets/"]');
  return script ? new URL(script.src).pathname : '';
}
