import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('.', import.meta.url));

/** Every file that is shipped: neither a test nor made for tests. */
const FILES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('testing'))
  .sort();

/** Which folder may import from which; the file where the rules meet may import from all. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  contract: ['contract'],
  domain: ['contract', 'domain'],
  rules: ['contract', 'domain', 'rules'],
  sql: ['contract', 'domain', 'sql'],
  '.': ['contract', 'domain', 'rules'],
};

/** The folder right below src, whatever room of it the file is in. */
function floorOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '.';
}

function importsOf(source: string): string[] {
  const from = [...source.matchAll(/(?:\bfrom|\bimport|\brequire\()\s*\(?\s*['"]([^'"]+)['"]/g)];
  return from.flatMap((match) => match[1] ?? []);
}

it('there are files to check', () => {
  expect(FILES).toContain('snapshot.ts');
  expect(FILES.length).toBeGreaterThan(25);
});

describe.each(FILES)('%s', (path) => {
  const source = readFileSync(join(ROOT, path), 'utf8');
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

  it('imports nothing but zod and the folders that it may depend on', () => {
    for (const specifier of importsOf(source).filter((each) => each !== 'zod/mini')) {
      expect(specifier).toMatch(/^\.{1,2}\/.+\.ts$/);
      const folder = floorOf(relative(ROOT, join(ROOT, dirname(path), specifier)));
      expect(MAY_IMPORT[floorOf(path)], `${path} imports ${specifier}`).toContain(folder);
    }
  });

  it('asks no clock: now is an argument', () => {
    expect(code).not.toMatch(
      /Date\.now|new Date\(\s*\)|[^.\w]Date\(\s*\)|performance|hrtime|Temporal|setTimeout/,
    );
  });

  it('asks neither the machine nor its locale', () => {
    expect(code).not.toMatch(/\bprocess\.(env|pid|platform)|Math\.random|localeCompare|toLocale|Intl\./);
  });
});
