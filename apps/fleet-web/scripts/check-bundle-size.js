import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** The page must load quickly over an SSH tunnel: all its JavaScript together, gzipped. */
const MOST_BYTES = 120_000;

const assets = new URL('../../fleet-api/dist/page/assets/', import.meta.url);
const scripts = readdirSync(assets).filter((file) => file.endsWith('.js'));
const sizes = scripts.map((file) => gzipSync(readFileSync(new URL(file, assets)), { level: 9 }).length);
const bytes = sizes.reduce((sum, size) => sum + size, 0);
const inKb = (size) => `${(size / 1000).toFixed(1)} KB`;

process.stdout.write(`JavaScript of the page: ${inKb(bytes)} gzipped, of at most ${inKb(MOST_BYTES)}\n`);
if (bytes > MOST_BYTES) process.exitCode = 1;
