import { expect, it } from 'vitest';
import { scanFinding } from './scan-finding.ts';

/** Two thirds of it, 2,000 ms, are what a statement may take. */
const CONFIG = { requestTimeoutMs: 3000 };
const SCAN = { subject: 'projection drift', remedy: 'Add the index.' };
const findingOf = (durationMs: number) => scanFinding(SCAN, { duration_ms: durationMs }, CONFIG);

it.each([999, 1000])('a scan of %i ms, up to half of its limit, is well', (durationMs) => {
  expect(findingOf(durationMs)).toEqual({
    kind: 'well',
    subject: 'projection drift',
    fact: `read in ${durationMs} ms`,
  });
});

it('a scan of more than half of its limit is advised against, with what makes it short', () => {
  expect(findingOf(1001)).toEqual({
    kind: 'advice',
    subject: 'projection drift',
    fact: 'read in 1001 ms, more than half of the 2000 ms that a statement may take; it is read the less often for that',
    remedy: 'Add the index. FLEET_REQUEST_TIMEOUT_MS gives every statement more time.',
  });
});
