import fc from 'fast-check';
import { NOW_MS } from '../now.ts';

/** Names as hosts, processes and people have them: plain, odd, empty, and beyond U+FFFF. */
export const arbitraryName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('jetmon-a', 'jetmon-b', 'jetmon-c', 'Jetmon-a', ' jetmon-a ', ''),
  fc.constantFrom('\uff21', '\u{1f600}', '\u{10000}', '\ue000', 'é', 'constructor', '10', '9'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

/** Instants around every threshold: just now, at and past a grace, a minute ahead, long ago. */
export const arbitraryInstant: fc.Arbitrary<number> = fc
  .oneof(
    { weight: 4, arbitrary: fc.constantFrom(0, 500, 4000, 30_000) },
    { weight: 2, arbitrary: fc.constantFrom(599_999, 600_000, 600_001, 1000, 1001) },
    { weight: 2, arbitrary: fc.constantFrom(-1, -60_000, -60_001, -3_600_000) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: NOW_MS }) },
  )
  .map((ageMs) => NOW_MS - ageMs);
