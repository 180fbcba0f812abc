import { expect, it } from 'vitest';
import { oldness } from './oldness.ts';

const AT_MS = Date.parse('2026-04-30T14:00:00Z');

it.each([
  ['as old as the page takes', { ageSec: 30, apartSec: 0 }, null],
  ['a second older', { ageSec: 31, apartSec: 0 }, /31s old \(limit 30s\)/],
  ['of a dashboard that does not tell its time', { ageSec: 0, apartSec: null }, null],
  [
    'from as long before the clock of its dashboard as clocks may be apart',
    { ageSec: 0, apartSec: 90 },
    null,
  ],
  ['from a second longer before', { ageSec: 0, apartSec: 91 }, /from 91s before its own clock/],
  ['of a database whose clock is ahead', { ageSec: 0, apartSec: -3600 }, null],
])('a snapshot %s', (_, { ageSec, apartSec }, expected) => {
  const dateMs = apartSec === null ? null : AT_MS + apartSec * 1000;
  const told = oldness({ ageSec, dateMs, generatedAtMs: AT_MS });
  if (expected === null) expect(told).toBe(null);
  else expect(told).toMatch(expected);
});
