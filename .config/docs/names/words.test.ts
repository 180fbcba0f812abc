import { expect, it } from 'vitest';
import { READY_CHECKS } from '../../../apps/fleet-api/src/http/health/ready-checks.ts';
import openapi from '../../../docs/openapi.json' with { type: 'json' };
import { DOCS } from '../docs.ts';

/** Pages that say what a word means; others only use it. */
const PAGES = ['docs/api.md', 'docs/codes.md', 'docs/configuration.md', 'docs/words.md'];
/** Heads of columns that list words of the answers. */
const COLUMNS = ['word', 'check'];

const known = new Set([...wordsIn(openapi.components.schemas), ...READY_CHECKS]);
const pages = PAGES.flatMap((path) => DOCS.get(path) ?? []);

/** The words of every list in a description. */
function wordsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'x-extensible-enum' in node ? node['x-extensible-enum'] : [];
  const words = Array.isArray(own) ? own.map(String) : [];
  return [...words, ...Object.values(node).flatMap(wordsIn)];
}

it('every word of the answers is explained', () => {
  const explained = new Set(pages.flatMap(({ spans }) => spans));
  expect([...known].filter((word) => !explained.has(word))).toEqual([]);
});

it('every word that is explained is one of the answers', () => {
  const cells = pages.flatMap(({ tables }) =>
    tables.flatMap(({ head, rows }) => {
      const column = head.findIndex((title) => COLUMNS.includes(title));
      return rows.map((row) => row[column] ?? '');
    }),
  );
  const words = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, word = '']) => word));
  expect(words.length).toBeGreaterThan(COLUMNS.length);
  expect(words.filter((word) => !known.has(word))).toEqual([]);
});
