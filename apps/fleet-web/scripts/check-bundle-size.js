import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Each view must load quickly over an SSH tunnel: all the JavaScript that it needs to be there, gzipped. */
const MOST_BYTES = {
  'src/app/page/fleet-page.tsx': 120_000,
  'src/app/wall/wall-page.tsx': 110_000,
};

const page = new URL('../../fleet-api/dist/page/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', page), 'utf8'));

/** The chunk with all that it imports before it can run. */
function withImports(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of manifest[key].imports ?? []) withImports(imported, seen);
  return seen;
}

const gzipped = (key) => gzipSync(readFileSync(new URL(manifest[key].file, page)), { level: 9 }).length;
const inKb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

for (const [view, mostBytes] of Object.entries(MOST_BYTES)) {
  const chunks = new Set([...withImports('index.html'), ...withImports(view)]);
  const bytes = [...chunks].reduce((sum, key) => sum + gzipped(key), 0);
  process.stdout.write(`JavaScript of ${view}: ${inKb(bytes)} gzipped, of at most ${inKb(mostBytes)}\n`);
  if (bytes > mostBytes) process.exitCode = 1;
}
