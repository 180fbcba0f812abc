import { describe, expect, it } from 'vitest';
import { impurities, type Prohibition } from './impurities.ts';
import { placeOf } from './place-of.ts';
import { readPlaces } from './read-places.ts';
import { readSource, sourceFiles } from './source-files.ts';

const INSTANTS = 'packages/fleet-core/src/domain/instant.ts';

const CLOCK: Prohibition = {
  globals: ['Date.now', 'performance', 'Temporal', 'setTimeout', 'setInterval', 'setImmediate'],
  calls: /\bnew Date(?!\(\s*[^\s)])|(?<!\bnew |\.)\bDate\(/,
  reason: 'Core has no clock: take the time as an argument, as milliseconds.',
};
const DATE: Prohibition = {
  globals: ['Date'],
  reason: `Core's instants are milliseconds: what reads or writes them as text belongs in ${INSTANTS}.`,
};
const ENVIRONMENT: Prohibition = {
  globals: ['process', 'global', 'globalThis', 'crypto', 'fetch', 'Math.random'],
  reason: 'Core has no environment and no chance: take settings and whatever is drawn as arguments.',
};
const LOCALE: Prohibition = {
  globals: ['Intl'],
  calls: /\b(?:localeCompare|toLocale[A-Z]\w*)\b/,
  reason: 'Core has no locale: compare by code-point-order.ts, and let the page write for people.',
};
const ALL = [CLOCK, DATE, ENVIRONMENT, LOCALE];

const PLACES = readPlaces(readSource('docs/architecture.md'));
/** Every file of core that is shipped: neither a test nor made for tests. */
const SHIPPED = sourceFiles().filter((path) => {
  const place = placeOf(path, PLACES);
  return place?.root === 'packages/fleet-core' && !place.hasTests;
});

it('core asks no clock, no environment and no locale', async () => {
  expect(SHIPPED).toContain(INSTANTS);
  for (const path of SHIPPED) {
    const prohibitions = path === INSTANTS ? [CLOCK, ENVIRONMENT, LOCALE] : ALL;
    expect(await impurities(readSource(path), path, prohibitions), path).toEqual([]);
  }
});

const ask = (source: string, prohibitions = ALL) => impurities(source, 'rule.ts', prohibitions);

describe.each([
  [
    'the clock',
    CLOCK,
    ['Date.now()', 'new Date()', 'new Date', 'Date()', 'performance.now()', 'setTimeout(f, 1)'],
  ],
  ['a date', DATE, ['Date.parse(text)', 'new Date(ms).toISOString()', 'typeof Date']],
  ['the environment', ENVIRONMENT, ['process.env.ZONE', 'globalThis.process', 'Math.random()']],
  ['the locale', LOCALE, ["a.localeCompare('b')", 'count.toLocaleString()', 'new Intl.NumberFormat()']],
])('%s is asked', (_, prohibition, expressions) => {
  it.each(expressions)('by %s', async (expression) => {
    expect(await ask(`export const asked = ${expression};`, [prohibition])).toEqual([prohibition.reason]);
  });
});

describe('nothing is asked', () => {
  it('by an argument of that name', async () => {
    expect(await ask('export const idOf = (process: { id: string }) => process.id;')).toEqual([]);
  });

  it('by a type, a comment or a property', async () => {
    const source = '/** Not new Date(). */ export const a = (at: Date) => at.process; // no Intl';
    expect(await ask(source)).toEqual([]);
  });

  it('by a date of a time that is given', async () => {
    expect(await ask('export const text = (ms: number) => new Date(ms).toISOString();', [CLOCK])).toEqual([]);
  });
});
