import { fileURLToPath } from 'node:url';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';
import { serviceWorker } from './vite-service-worker.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      routesDirectory: here('src/routes'),
      generatedRouteTree: here('src/route-tree.gen.ts'),
      tmpDir: here('node_modules/.tanstack'),
      addExtensions: true,
      semicolons: true,
      disableLogging: true,
    }),
    react(),
    withoutWallets(),
    serviceWorker(),
    preloadFont(/^assets\/inter-latin-wght-normal-.*\.woff2$/),
  ],
  build: {
    target: 'es2023',
    outDir: here('dist'),
    emptyOutDir: true,
    // Nothing is inlined: the content security policy allows no data: fonts and no inline scripts.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});

/** Asks for the one font file every page needs together with the scripts, so that text does not jump when it arrives. */
function preloadFont(file: RegExp): Plugin {
  return {
    name: 'beback:preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }): HtmlTagDescriptor[] {
        return Object.keys(bundle)
          .filter((name) => file.test(name))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `/${name}`, as: 'font', type: 'font/woff2', crossorigin: '' },
            injectTo: 'head',
          }));
      },
    },
  };
}

/** Clerk's components look for crypto wallets, whose packages are not installed (pnpm-workspace.yaml): they find none. */
function withoutWallets(): Plugin {
  const none = '\0no-wallets';
  const nothing = ['ConnectionProvider', 'WalletProvider', 'WalletReadyState', 'MAINNET_ENDPOINT'];
  return {
    name: 'beback:without-wallets',
    enforce: 'pre',
    resolveId: (id) => (/^@(solana\/wallet-|base-org\/account|coinbase\/wallet-sdk)/.test(id) ? none : null),
    load: (id) =>
      id === none
        ? `${nothing.map((name) => `export const ${name} = {};`).join('\n')}\nexport const useWallet = () => ({ wallets: [] });`
        : null,
  };
}
