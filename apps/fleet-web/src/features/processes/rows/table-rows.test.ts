import { expect, it } from 'vitest';
import { makeProcess } from '../../../testing/make-process.ts';
import { EMPTY_QUERY, type ProcessQuery } from '../process-query.ts';
import { FOLD_KEY, tableRows } from './table-rows.ts';

const fleet = [
  makeProcess({ host_id: 's', stale: true }),
  makeProcess({ host_id: 'r', health_status: 'red' }),
  makeProcess({ host_id: 'a' }),
  makeProcess({ host_id: 'b', health_status: 'mauve' }),
  makeProcess({ host_id: 'c' }),
];

const rows = (query: Partial<ProcessQuery>, { folds = true, named = [] as readonly string[] } = {}) => {
  const { keys, matching, folded } = tableRows(fleet, {
    query: { ...EMPTY_QUERY, ...query },
    folds,
    named: new Set(named),
  });
  return {
    shown: keys.map((key) => (key === FOLD_KEY ? '|' : key.replace(':monitor', ''))).join(''),
    matching,
    folded,
  };
};

it('shows a small fleet whole, in the API’s order', () => {
  expect(rows({}, { folds: false })).toEqual({ shown: 'srabc', matching: 5, folded: 0 });
});

it('folds the healthy of a large fleet behind one row, and none that it cannot call healthy', () => {
  expect(rows({})).toEqual({ shown: 'srb|', matching: 5, folded: 2 });
  expect(rows({ healthyShown: true })).toEqual({ shown: 'srb|ac', matching: 5, folded: 2 });
});

it('a healthy process without a name is folded and shown like the others', () => {
  const query = { ...EMPTY_QUERY, healthyShown: true };
  const processes = [makeProcess({ process_id: '' }), makeProcess({ process_id: '__proto__' })];
  expect(tableRows(processes, { query, folds: true, named: new Set() })).toEqual({
    keys: [FOLD_KEY, '', '__proto__'],
    ids: ['', '__proto__'],
    matching: 2,
    folded: 2,
  });
});

it('does not fold a healthy process that an issue names', () => {
  expect(rows({}, { named: ['c:monitor'] }).shown).toBe('srbc|');
  expect(rows({ problemsOnly: true }, { named: ['c:monitor'] }).shown).toBe('srbc');
});

it('hides no match of a filter or a chip behind the fold', () => {
  expect(rows({ filter: 'c:mon' })).toEqual({ shown: 'c', matching: 1, folded: 0 });
  expect(rows({ health: ['green', 'red'] }).shown).toBe('rac');
  expect(rows({ filter: ' ' }).shown).toBe('srb|');
});

it('leaves the healthy out of the problems', () => {
  expect(rows({ problemsOnly: true })).toEqual({ shown: 'srb', matching: 3, folded: 0 });
});

it('sorts the whole table, without a fold', () => {
  expect(rows({ sort: { key: 'process', descending: true } }).shown).toBe('srcba');
});

it('shows a retired process as no trouble, and folds it not among the healthy', () => {
  const retired = [...fleet, makeProcess({ host_id: 'z', stale: true, retired: true })];
  const shown = (query: Partial<ProcessQuery>) =>
    tableRows(retired, { query: { ...EMPTY_QUERY, ...query }, folds: true, named: new Set() }).keys.join();
  expect(shown({})).toBe(`s:monitor,r:monitor,b:monitor,z:monitor,${FOLD_KEY}`);
  expect(shown({ problemsOnly: true })).not.toContain('z:monitor');
  expect(shown({ health: ['retired'] })).toBe('z:monitor');
});
