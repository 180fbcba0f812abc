import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** The page must load quickly over an SSH tunnel: all its JavaScript that index.html names, gzipped. */
const MOST_AT_FIRST = 120_000;

/** A part that is loaded when it is asked for comes while somebody waits for it. */
const MOST_OF_A_PART = 10_000;

const page = new URL('../../fleet-api/dist/page/', import.meta.url);
const html = readFileSync(new URL('index.html', page), 'utf8');
const scripts = readdirSync(new URL('assets/', page)).filter((file) => file.endsWith('.js'));
const sizeOf = (file) => gzipSync(readFileSync(new URL(`assets/${file}`, page)), { level: 9 }).length;
const inKb = (size) => `${(size / 1000).toFixed(1)} KB`;

const atFirst = scripts.filter((file) => html.includes(file)).reduce((sum, file) => sum + sizeOf(file), 0);
const parts = scripts.filter((file) => !html.includes(file)).map((file) => [file, sizeOf(file)]);

process.stdout.write(`JavaScript of the page: ${inKb(atFirst)} gzipped, of at most ${inKb(MOST_AT_FIRST)}\n`);
for (const [file, size] of parts)
  process.stdout.write(
    `  later, when asked for: ${file} ${inKb(size)}, of at most ${inKb(MOST_OF_A_PART)}\n`,
  );
if (atFirst === 0 || atFirst > MOST_AT_FIRST) process.exitCode = 1;
if (parts.some(([, size]) => size > MOST_OF_A_PART)) process.exitCode = 1;
