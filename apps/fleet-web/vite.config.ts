import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  base: '/fleet/',
  plugins: [react()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    // Where the API finds it, also when it is installed without this package.
    outDir: '../fleet-api/dist/page',
    emptyOutDir: true,
    // The page's security policy allows no data: addresses and no inline script.
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    // Which file loads which, for scripts/check-bundle-size.js.
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What more than one part needs, as one file: in pieces it compresses worse, and each piece has its own headers.
          groups: [
            { name: 'base', test: /node_modules|fleet-core|src\/(api|clock|components|format|location)\// },
            { name: 'base', minShareCount: 2 },
          ],
        },
      },
    },
    modulePreload: { polyfill: false },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': process.env.FLEET_API_URL ?? 'http://127.0.0.1:8080' },
  },
});
