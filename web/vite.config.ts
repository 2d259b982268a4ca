import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
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

/** Compressed once, when built, as small as it gets; the gateway sends what the browser takes. The page itself holds a nonce and is not. */
const compressed: Plugin = {
  name: 'zhitong-compressed',
  apply: 'build',
  writeBundle({ dir = here('../dist/web') }) {
    for (const file of readdirSync(join(dir, 'assets'))) {
      if (!/\.(js|css|svg)$/.test(file)) continue;
      const path = join(dir, 'assets', file);
      const content = readFileSync(path);
      writeFileSync(`${path}.br`, brotliCompressSync(content));
      writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
    }
  },
};

const backend = process.env['ZT_BACKEND_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: here('.'),
  plugins: [react(), tokens, compressed],
  resolve: { dedupe: ['react', 'react-dom'] },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'chrome100',
    // A module preload polyfill would be an inline script, which the content security policy refuses.
    modulePreload: { polyfill: false },
    // Data URLs are no stylesheet or script source under the policy.
    assetsInlineLimit: 0,
    // Lists of codes that a page does not use are left out of it.
    rolldownOptions: { treeshake: { manualPureFunctions: ['codeList'] } },
  },
  server: { port: 5173, proxy: { '/api': backend, '/auth': backend } },
});
