import fc from 'fast-check';
import { NOW_MS } from '../make/now.ts';

/** Any character but half of a surrogate pair; `unit: 'binary'` of fast-check takes a second to list them all. */
const character = fc
  .oneof(
    fc.nat(0x7f),
    fc.nat(0xd7ff),
    fc.integer({ min: 0xe000, max: 0xffff }),
    fc.integer({ min: 0x10000, max: 0x10ffff }),
  )
  .map((codePoint) => String.fromCodePoint(codePoint));

/** Texts of any few characters. */
export const arbitraryText: fc.Arbitrary<string> = fc.string({ unit: character, maxLength: 6 });

/** Names as hosts, processes and people have them: plain, odd, empty, and beyond U+FFFF. */
export const arbitraryName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('jetmon-a', 'jetmon-b', 'jetmon-c', 'Jetmon-a', ' jetmon-a ', ''),
  fc.constantFrom(
    '\uff21',
    '\u{1f600}',
    '\u{10000}',
    '\ue000',
    'é',
    'jetmon-\u202ea',
    'jetmon-a\u200b',
    'a\nb',
    'constructor',
    '10',
    '9',
  ),
  arbitraryText,
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
