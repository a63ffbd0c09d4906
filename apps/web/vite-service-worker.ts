import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Plugin, type Rolldown, transformWithOxc } from 'vite';

type Bundle = Rolldown.OutputBundle;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const source = here('src/worker/service-worker.ts');
/** From public/: what a page asks for before it runs, and what a phone shows of it. */
const beside = ['/color-scheme.js', '/icon.svg', '/manifest.webmanifest'];

/** Builds `/sw.js`: the service worker with the names of this build's files, which it keeps. */
export function serviceWorker(): Plugin {
  return {
    name: 'beback:service-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset')
          throw new Error('index.html is not built yet, and without it nothing works offline.');
        const files = ['/index.html', ...beside, ...filesOf(bundle)];
        const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source, { lang: 'ts' });
        const hash = createHash('sha256').update(JSON.stringify(files)).update(code).update(page.source);
        for (const name of beside) hash.update(readFileSync(here(`public${name}`)));
        const build = hash.digest('hex').slice(0, 12);
        const told = `const FILES = ${JSON.stringify(files)};\nconst BUILD = '${build}';\n`;
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: told + code.replace(/^export \{\s*\};?$/m, '') });
      },
    },
  };
}

/**
 * The scripts that pages lead to, the styles and the font of our own alphabet. Without Clerk's components, which only some
 * dealerships load; those come when they are asked for.
 */
function filesOf(bundle: Bundle): string[] {
  const found = new Set<string>();
  const queue = Object.values(bundle).flatMap((output) => (output.type === 'chunk' && output.isEntry ? [output] : []));
  for (const chunk of queue) {
    if (found.has(chunk.fileName) || chunk.moduleIds.some((id) => id.includes('/node_modules/@clerk/'))) continue;
    found.add(chunk.fileName);
    for (const name of [...chunk.imports, ...chunk.dynamicImports]) {
      const next = bundle[name];
      if (next?.type === 'chunk') queue.push(next);
    }
  }
  const needed = /\.css$|inter-latin-wght-normal-.*\.woff2$/;
  const others = Object.keys(bundle).filter((name) => needed.test(name));
  return [...found, ...others].map((name) => `/${name}`).sort();
}
