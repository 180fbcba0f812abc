import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { REPORTED_COLUMNS } from '../contract/process.ts';
import { columnDecoder } from './column-decoder.ts';
import { FlagOrNull, HeartbeatTime, JsonText, UtcTimeOrNull } from './query.ts';

const Row = z.object({
  ...REPORTED_COLUMNS,
  wpcom_circuit_open: FlagOrNull,
  started_at: z._default(UtcTimeOrNull, null),
  updated_at: HeartbeatTime,
  dependency_health: z._default(z.nullable(JsonText), null),
});
const names = Object.keys(Row.shape);

const value = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('green', '2026-04-30 13:59:56', 0, 1, 7, null) },
  { weight: 1, arbitrary: fc.oneof(fc.constantFrom(-1, 0.5, '', true, '[]'), fc.jsonValue()) },
);
const columns = fc.subarray([...names, 'unknown_column'], { minLength: names.length - 3 });
const must = new Set(['process_id', 'host_id', 'process_type', 'state', 'health_status', 'updated_at']);
const columnValue = (name: string) =>
  must.has(name)
    ? fc.oneof(
        { weight: 30, arbitrary: fc.constantFrom('a', '2026-04-30 13:59:57') },
        { weight: 1, arbitrary: value },
      )
    : value;
const rowOf = (present: readonly string[]) =>
  fc.record(Object.fromEntries(present.map((name) => [name, columnValue(name)])));
const readings = columns.chain((present) =>
  fc.tuple(rowOf(present), fc.array(fc.dictionary(fc.constantFrom(...present), value, { maxKeys: 4 }))),
);

const bySchema = (row: unknown) => Row.safeParse(row).data;

it('a row is told as the schema tells it, whatever was known of it', () => {
  let decodedAll = 0;
  fc.assert(
    fc.property(readings, ([first, changes]) => {
      const decode = columnDecoder(Row);
      let row = first;
      let decoded = decode(row, undefined);
      expect(decoded).toStrictEqual(bySchema(row));
      for (const change of changes) {
        const next = { ...row, ...change };
        const nextDecoded = decode(next, decoded && { row, decoded });
        expect(nextDecoded).toStrictEqual(bySchema(next));
        if (nextDecoded !== undefined) decodedAll++;
        row = next;
        decoded = nextDecoded;
      }
    }),
  );
  expect(decodedAll).toBeGreaterThan(0);
});

it('of a row that is known only what has changed is read', () => {
  const read = vi.fn((text: string) => text.length);
  const Column = z.pipe(z.string(), z.transform(read));
  const decode = columnDecoder(z.object({ a: Column, b: Column }));
  const row = { a: 'one', b: 'two' };
  const decoded = decode(row, undefined);
  read.mockClear();
  expect(decode({ a: 'one', b: 'three' }, decoded && { row, decoded })).toEqual({ a: 3, b: 5 });
  expect(read.mock.calls.map(([text]) => text)).toEqual(['three']);
});
