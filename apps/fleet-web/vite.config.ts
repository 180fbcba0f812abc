import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

type ModuleInfoOf = (id: string) => { readonly importers: readonly string[] } | null;

/** Where a module goes that several parts need: each view loads at first what it needs itself, and nothing of the other's. */
function chunkOf(id: string, moduleInfoOf: ModuleInfoOf): string {
  const users = new Set([id]);
  for (const user of users) for (const importer of moduleInfoOf(user)?.importers ?? []) users.add(importer);
  const isUsedBy = (module: string) => [...users].some((user) => user.endsWith(module));
  if (isUsedBy('/app/main.tsx')) return 'both';
  const isOfPage = isUsedBy('/page/fleet-page.tsx');
  const isOfWall = isUsedBy('/wall/wall-page.tsx');
  if (isOfPage && isOfWall) return 'both';
  if (isOfPage) return 'page';
  return isOfWall ? 'wall' : 'late';
}

export default defineConfig({
  // Behind a path prefix as well: the page is at …/fleet, what it loads at …/fleet/ and …/api/.
  base: './',
  experimental: {
    renderBuiltUrl: (file, { hostType }) => (hostType === 'html' ? `fleet/${file}` : { relative: true }),
  },
  plugins: [react({ jsxImportSource: '#drawn-text' })],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    // The oldest browsers that the page is for: docs/page.md and start-guard.js name them as well.
    target: ['chrome111', 'edge111', 'firefox115', 'safari16.4'],
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
          // As few files as that leaves: in pieces code compresses worse, and each piece has its own headers.
          groups: [
            { name: 'base', test: /node_modules/ },
            { name: (id, context) => chunkOf(id, (user) => context.getModuleInfo(user)), minShareCount: 2 },
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
