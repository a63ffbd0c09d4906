/// <reference lib="webworker" />
// Keeps the app's own files, and nothing else: what people read and write never goes through here.
declare const self: ServiceWorkerGlobalScope;
/** The files of this build; the build writes them in (vite-service-worker.ts). */
declare const FILES: string[];
/** Names this build. */
declare const BUILD: string;

/** Said to every page when a build takes over: which files are its own. */
export interface BuildTakesOver {
  kind: 'build';
  files: string[];
}

const prefix = 'beback-files-';
const current = `${prefix}${BUILD}`;
const shell = '/index.html';
const patience = 3_000;
/** Addresses of the server that are no pages; the same as in apps/server/src/http/pages.ts. */
const notPages = /^\/(trpc|api|slack|sms|voice|webhooks|leads|exports|assets|metrics|healthz|readyz|demo\/.+)(\/|$)/;

self.addEventListener('install', (event) => {
  void self.skipWaiting();
  event.waitUntil(keepFiles());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (!notPages.test(pathname) && !/\.\w+$/.test(pathname)) event.respondWith(page(event));
  } else if (pathname.startsWith('/assets/') || FILES.includes(pathname)) {
    event.respondWith(file(request));
  }
});

/** What did not change since the last build is not loaded again: hashed names say so. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(current);
  const keep = async (path: string) => {
    const known = path.startsWith('/assets/') ? await caches.match(path) : undefined;
    await (known ? cache.put(path, known) : cache.add(new Request(path, { cache: 'reload' })));
  };
  await Promise.all(FILES.map(keep));
}

/** A page that is still open may ask for a file of the build before: that one is kept, too. */
async function takeOver(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const before = names.filter((name) => name !== current).at(-1);
  await Promise.all(names.filter((name) => name !== current && name !== before).map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
  const news: BuildTakesOver = { kind: 'build', files: FILES };
  for (const client of await self.clients.matchAll()) client.postMessage(news);
}

async function file(request: Request): Promise<Response> {
  const known = (await (await caches.open(current)).match(request)) ?? (await caches.match(request));
  return known ?? fetch(request);
}

/** The page as the server has it; where no answer comes in time, the one of this build. */
async function page(event: FetchEvent): Promise<Response> {
  const kept = async () => (await caches.open(current)).match(shell);
  const asked = answer(event).catch(() => undefined);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  const quick = await Promise.race([asked, late]);
  if (quick && quick.status < 500) return quick;
  return (await kept()) ?? (await asked) ?? Response.error();
}

async function answer(event: FetchEvent): Promise<Response> {
  return ((await event.preloadResponse) as Response | undefined) ?? fetch(event.request);
}
