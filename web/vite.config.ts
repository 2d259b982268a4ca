import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { tokensAsCss } from './src/tokens.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const tokensModule = 'virtual:tokens.css';

/** The stylesheet's custom properties come from the same file as the antd theme. */
const tokens: Plugin = {
  name: 'zhitong-tokens',
  resolveId: (id) => (id === tokensModule ? `\0${tokensModule}` : null),
  load: (id) => (id === `\0${tokensModule}` ? tokensAsCss() : null),
};

const backend = process.env['ZT_BACKEND_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: here('.'),
  plugins: [react(), tokens],
  resolve: { dedupe: ['react', 'react-dom'] },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'chrome100',
    // A module preload polyfill would be an inline script, which the content security policy refuses.
    modulePreload: { polyfill: false },
    // Data URLs are no stylesheet or script source under the policy.
    assetsInlineLimit: 0,
  },
  server: { port: 5173, proxy: { '/api': backend, '/auth': backend } },
});
