import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { toDatabaseFailure } from '../database/database-failure.ts';
import { failureFact } from './failure-fact.ts';

z.config(z.locales.en());
const Rows = z.array(z.object({ version: z.string() }));
const factOf = (rows: unknown) => failureFact(toDatabaseFailure(Rows.safeParse(rows).error));

it.each([
  [
    [{ version: '' }, { version: 7 }],
    'database read failed: schema (row 2, column version: Invalid input: expected string, received number)',
  ],
  [
    Array(5).fill({}),
    /^database read failed: schema \(row 1, column version: [^;]*; row 2, [^;]*; row 3, [^;]*; and 2 more\)$/,
  ],
  [null, 'database read failed: schema (the answer: Invalid input: expected array, received null)'],
])('rows that are not as they should be are told by row and column, a few of them (%#)', (rows, text) => {
  expect(factOf(rows)).toMatch(text);
});

it('what the server said is told as it said it', () => {
  const error = Object.assign(new Error('Access denied, this account is locked'), { errno: 4151 });
  expect(failureFact(toDatabaseFailure(error))).toBe(
    'database read failed: denied (Access denied, this account is locked)',
  );
});
