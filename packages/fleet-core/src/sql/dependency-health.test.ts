import { describe, expect, it } from 'vitest';
import {
  dependencyHealthReader,
  LONG_COLUMN,
  LONGEST_COLUMN,
  MOST_ENTRIES,
  MOST_IN_LONG_COLUMNS,
  readDependencyHealth,
} from './dependency-health.ts';

it.each([null, '', '  ', 'null', '[]', ' [ ] '])(
  '%j means that nothing was reported, which is no fault',
  (column) => {
    expect(readDependencyHealth(column)).toEqual({ entries: [], readable: true });
  },
);

it.each(['{}', '{"name":"mysql","status":"red"}', '"mysql"', '0', 'true', 'mysql', '[', '[{]', '\u0000'])(
  '%j is no list of entries: unreadable',
  (column) => {
    expect(readDependencyHealth(column)).toEqual({ entries: [], readable: false });
  },
);

it('a list is read entry by entry, in its order', () => {
  const entries = [
    { name: 'mysql', status: 'green', latency_ms: 3, checked_at: '2026-04-30T13:59:56Z' },
    { name: 'redis', status: 'red', latency_ms: 0.5, last_error: 'refused' },
  ];
  expect(readDependencyHealth(JSON.stringify(entries))).toEqual({ entries, readable: true });
});

describe('one bad entry or field hides no other', () => {
  it.each(['1', '"mysql"', 'null', 'true'])(
    'the entry %s is left out, and the list is unreadable',
    (entry) => {
      expect(readDependencyHealth(`[${entry}, {"name":"a","status":"red"}]`)).toEqual({
        entries: [{ name: 'a', status: 'red' }],
        readable: false,
      });
    },
  );

  it('a wrong latency, error or time is left out, and the red status stands', () => {
    const entry = { name: 'mysql', status: 'red', latency_ms: 'slow', last_error: 7, checked_at: null };
    expect(readDependencyHealth(JSON.stringify([entry]))).toEqual({
      entries: [{ name: 'mysql', status: 'red' }],
      readable: true,
    });
  });

  it.each([
    ['{"mode":"active","agents":3,"up":null}', { mode: 'active', agents: '3', up: 'null' }],
    ['{"__proto__":"x"}', Object.fromEntries([['__proto__', 'x']])],
    ['{}', {}],
  ])('details are texts by their names, whatever they were: %s', (column, details) => {
    const list = `[{"name":"veriflier-discovery","status":"green","details":${column}}]`;
    expect(readDependencyHealth(list).entries).toEqual([
      { name: 'veriflier-discovery', status: 'green', details },
    ]);
  });

  it.each(['[]', '"x"', 'null', '7'])('details that are no object are left out: %s', (details) => {
    const { entries, readable } = readDependencyHealth(`[{"name":"a","status":"red","details":${details}}]`);
    expect(entries).toStrictEqual([{ name: 'a', status: 'red' }]);
    expect(readable).toBe(true);
  });

  it('a latency beyond all numbers is left out', () => {
    const column = '[{"name":"mysql","status":"red","latency_ms":1e999}]';
    expect(readDependencyHealth(column).entries).toEqual([{ name: 'mysql', status: 'red' }]);
  });

  it('an entry without name or status is kept with empty ones, so that it still counts', () => {
    expect(readDependencyHealth('[{}, {"name":7,"status":null}]').entries).toEqual([
      { name: '', status: '' },
      { name: '', status: '' },
    ]);
  });

  it('what an entry says beyond the known fields is left out', () => {
    expect(readDependencyHealth('[{"name":"a","status":"green","secret":"x"}]').entries).toEqual([
      { name: 'a', status: 'green' },
    ]);
  });
});

it.each([
  ['2026-04-30T13:59:56.123456789Z', '2026-04-30T13:59:56Z'],
  ['2026-04-30T15:59:56+02:00', '2026-04-30T13:59:56Z'],
  ['0001-01-01T00:00:00Z', undefined],
  ['just now', undefined],
])('the time %s of a check is passed on as %s, the form of all instants', (checked_at, passedOn) => {
  const column = JSON.stringify([{ name: 'mysql', status: 'green', checked_at }]);
  expect(readDependencyHealth(column).entries[0]?.checked_at).toBe(passedOn);
});

describe('a long list', () => {
  /** A list of exactly this length, whose last entry is red. */
  function listOf(length: number): string {
    const red = '{"name":"mysql","status":"red"}';
    const room = length - `[{"name":"","status":"green"},${red}]`.length;
    return `[{"name":"${'x'.repeat(room)}","status":"green"},${red}]`;
  }
  const statuses = ({ entries }: ReturnType<typeof readDependencyHealth>) =>
    entries.map(({ status }) => status);
  const whole = ['green', 'red'];

  it.each([LONG_COLUMN, LONG_COLUMN + 1, LONGEST_COLUMN - 1, LONGEST_COLUMN])(
    'of %i characters is read whole: the red entry at its end is seen',
    (length) => {
      const found = dependencyHealthReader()(listOf(length));
      expect(statuses(found)).toEqual(whole);
      expect(found.readable).toBe(true);
    },
  );

  it(`of ${LONGEST_COLUMN + 1} characters is not read, because it is too long`, () => {
    const tooLong = { entries: [], readable: false, too_long: true };
    expect(dependencyHealthReader()(listOf(LONGEST_COLUMN + 1))).toEqual(tooLong);
    expect(readDependencyHealth(listOf(LONGEST_COLUMN + 1))).toEqual(tooLong);
  });

  it('of more entries than may be is not read either', () => {
    const entries = (count: number) =>
      JSON.stringify(Array.from({ length: count }, () => ({ status: 'red' })));
    expect(readDependencyHealth(entries(MOST_ENTRIES)).entries).toHaveLength(MOST_ENTRIES);
    expect(readDependencyHealth(entries(MOST_ENTRIES + 1)).too_long).toBe(true);
  });

  it('is read until all long ones have as much together as they may; short ones always are', () => {
    const read = dependencyHealthReader();
    for (let i = 0; i < MOST_IN_LONG_COLUMNS.characters / LONGEST_COLUMN; i++)
      expect(statuses(read(listOf(LONGEST_COLUMN)))).toEqual(whole);
    expect(read(listOf(LONG_COLUMN + 1)).too_long).toBe(true);
    expect(statuses(read(listOf(LONG_COLUMN)))).toEqual(whole);
    expect(statuses(dependencyHealthReader()(listOf(LONG_COLUMN + 1)))).toEqual(whole);
    const many = JSON.stringify(Array.from({ length: MOST_ENTRIES }, () => ({ status: 'red' })));
    const readMany = dependencyHealthReader();
    for (let i = 0; i < MOST_IN_LONG_COLUMNS.entries / MOST_ENTRIES; i++)
      expect(readMany(many).entries).toHaveLength(MOST_ENTRIES);
    expect(readMany(listOf(LONG_COLUMN + 1)).too_long).toBe(true);
  });
});
