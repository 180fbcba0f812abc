import fc from 'fast-check';
import type { RowValues } from 'fleet-lab/state/row-values';

const number = fc.oneof(
  fc.constantFrom(null, 0, 1, 65_535, 4_294_967_295, 9_007_199_254_740_992),
  fc.integer({ min: -5, max: 2000 }),
);
const word = fc.oneof(
  fc.constantFrom(null, '', 'green', 'red', 'running', 'stopped', 'monitor', '__proto__', '<b>'),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const time = fc.oneof(
  fc.constant(null),
  fc
    .date({ min: new Date('1970-01-01'), max: new Date('9999-12-30'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 19).replace('T', ' ')),
);
const dependencies = fc.oneof(
  fc.constantFrom(null, '', '[]', 'null', '{'),
  fc.json(),
  fc
    .array(fc.record({ name: word, status: word, latency_ms: number, last_error: word }))
    .map((list) => JSON.stringify(list)),
);

/** What a row of process health may hold in a loose schema; every row names the same columns. */
export const arbitraryColumns: fc.Arbitrary<RowValues> = fc.record({
  pid: number,
  worker_count: number,
  queue_depth: number,
  active_checks: fc.oneof(fc.constantFrom(null, '18446744073709551615'), fc.nat()),
  bucket_min: number,
  bucket_max: number,
  version: word,
  state: word,
  health_status: word,
  updated_at: time,
  started_at: time,
  dependency_health: dependencies,
});
