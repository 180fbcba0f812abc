import { readFileSync } from 'node:fs';
import { MOST_ROWS } from 'fleet-core/sql/readable-rows';
import { expect, it } from 'vitest';
import * as limits from './limits.ts';

const DOCUMENT = readFileSync(new URL('../../../docs/reliability.md', import.meta.url), 'utf8');

function told(name: string, value: number): string {
  if (name.endsWith('_MS')) return `${value / 1000} s`;
  return name.endsWith('_BYTES') ? `${value / 1024} KB` : value.toLocaleString('en-US');
}

it.each(Object.entries({ ...limits, MOST_ROWS }))(
  '%s stands in docs/reliability.md as it is',
  (name, value) => {
    const row = DOCUMENT.split('\n').find((line) => line.includes(`(\`${name}\`)`));
    expect(row).toContain(`| ${told(name, value)} |`);
  },
);
