import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowsOfOneShape } from './rows-of-one-shape.ts';

it('names each value by its column, in the order of the columns, whatever they are called', () => {
  const column = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '"', '\\', 'ü', '7'));
  fc.assert(
    fc.property(fc.uniqueArray(column), fc.array(fc.array(fc.jsonValue())), (columns, lists) => {
      const rows = rowsOfOneShape(columns, lists);
      const expected = lists.map((values) =>
        Object.fromEntries(columns.map((name, i): [string, unknown] => [name, values[i]])),
      );
      expect(rows.map((row) => Object.entries(row))).toEqual(expected.map((row) => Object.entries(row)));
    }),
  );
});

it('a row does not share its values with another', () => {
  expect(rowsOfOneShape(['a'], [[1], [2]])).toEqual([{ a: 1 }, { a: 2 }]);
});

it('of a column that is there twice the last value counts, as in the driver', () => {
  expect(rowsOfOneShape(['a', 'b', 'a'], [[1, 2, 3]])).toEqual([{ a: 3, b: 2 }]);
});
