import { describe, expect, it } from 'vitest';
import { virtualTime } from '../../trial/harness/virtual-time.ts';
import type { Look } from './look.ts';
import { waitFor } from './wait-for.ts';
import type { WaitFor } from './wait-step.ts';

const NOON_MS = Date.parse('2026-04-30T12:00:00Z');

/** What is so from a second of the waiting on: ok since a second (which may lie before the beginning), or not ok, or nothing. */
type Stretch = readonly [
  fromSec: number,
  what: { ok: number | null } | 'warning' | 'critical' | 'unknown' | 'blind' | 'frozen',
];

/** Waits on a fleet that goes through these stretches. Each look takes `lookSec`. */
async function waited(stretches: readonly Stretch[], wanted: Partial<WaitFor> = {}, lookSec = 0) {
  const time = virtualTime(NOON_MS);
  const lines: string[] = [];
  let looks = 0;
  let frozenMs = NOON_MS;
  const look = async (): Promise<Look> => {
    looks += 1;
    time.pass(lookSec * 1000);
    const nowSec = time.elapsedMs() / 1000;
    const what = stretches.findLast(([fromSec]) => fromSec <= nowSec)?.[1] ?? 'blind';
    if (what === 'blind') return { kind: 'blind', why: 'cannot be reached' };
    if (what !== 'frozen') frozenMs = time.nowMs();
    const isOk = typeof what === 'object' || what === 'frozen';
    const code = isOk ? 'ok' : what;
    const since = what === 'frozen' ? 0 : typeof what === 'object' ? what.ok : null;
    return {
      kind: 'seen',
      atMs: frozenMs,
      check: { code, headline: `it is ${code}` },
      state: code,
      heldSinceMs: since === null ? null : NOON_MS + since * 1000,
    };
  };
  const end = await waitFor(
    { stableMs: 30_000, timeoutMs: 300_000, failFast: false, ...wanted },
    look,
    time,
    (line) => lines.push(line),
  );
  return { ...end, afterSec: time.elapsedMs() / 1000, lines, looks };
}

describe.each<[string, readonly Stretch[], Partial<WaitFor>, { exitCode: number; afterSec: number }]>([
  ['already so for long enough: at once', [[0, { ok: -30 }]], {}, { exitCode: 0, afterSec: 0 }],
  ['already so, a second too short: after that second', [[0, { ok: -29 }]], {}, { exitCode: 0, afterSec: 1 }],
  ['so just now: after the whole time', [[0, { ok: 0 }]], {}, { exitCode: 0, afterSec: 30 }],
  ['so, and no time is asked for: at once', [[0, { ok: 0 }]], { stableMs: 0 }, { exitCode: 0, afterSec: 0 }],
  [
    'later so',
    [
      [0, 'warning'],
      [60, { ok: 60 }],
    ],
    {},
    { exitCode: 0, afterSec: 90 },
  ],
  [
    'flapping: each time begins anew',
    [
      [0, { ok: 0 }],
      [20, 'warning'],
      [30, { ok: 30 }],
      [50, 'critical'],
      [60, { ok: 60 }],
    ],
    {},
    { exitCode: 0, afterSec: 90 },
  ],
  [
    'a miss that the dashboard did not hold to be one, such as a read that failed, begins anew too',
    [
      [0, { ok: -600 }],
      [0, 'unknown'],
      [10, { ok: -600 }],
    ],
    {},
    { exitCode: 0, afterSec: 35 },
  ],
  [
    'blind for a while, and watched by the dashboard all the time: no end, and no break',
    [
      [0, { ok: 0 }],
      [10, 'blind'],
      [40, { ok: 0 }],
    ],
    {},
    { exitCode: 0, afterSec: 40 },
  ],
  [
    'blind when the time would be full: that counts as nothing until it is seen',
    [
      [0, { ok: 0 }],
      [25, 'blind'],
      [200, { ok: 0 }],
    ],
    {},
    { exitCode: 0, afterSec: 200 },
  ],
  [
    'the dashboard restarted: what it has not watched does not count',
    [
      [0, { ok: -20 }],
      [5, 'blind'],
      [12, { ok: 12 }],
    ],
    {},
    { exitCode: 0, afterSec: 42 },
  ],
  [
    'since when is not known: not stable',
    [[0, { ok: null }]],
    { timeoutMs: 60_000 },
    { exitCode: 1, afterSec: 60 },
  ],
  ['never so: amber at the end', [[0, 'warning']], {}, { exitCode: 1, afterSec: 300 }],
  [
    'never so: red at the end',
    [
      [0, 'warning'],
      [290, 'critical'],
    ],
    {},
    { exitCode: 2, afterSec: 300 },
  ],
  [
    'red, and better at the end',
    [
      [0, 'critical'],
      [290, 'warning'],
    ],
    {},
    { exitCode: 1, afterSec: 300 },
  ],
  [
    'not known at the end',
    [
      [0, 'warning'],
      [290, 'unknown'],
    ],
    {},
    { exitCode: 3, afterSec: 300 },
  ],
  [
    'so, but not for long enough at the end',
    [
      [0, 'warning'],
      [280, { ok: 280 }],
    ],
    {},
    { exitCode: 1, afterSec: 300 },
  ],
  [
    'so for exactly long enough at the end',
    [
      [0, 'warning'],
      [270, { ok: 270 }],
    ],
    {},
    { exitCode: 0, afterSec: 300 },
  ],
  [
    'blind at the end',
    [
      [0, { ok: 0 }],
      [10, 'blind'],
    ],
    {},
    { exitCode: 3, afterSec: 300 },
  ],
  ['blind all the time', [[0, 'blind']], {}, { exitCode: 3, afterSec: 300 }],
  [
    'red, and it shall fail fast',
    [
      [0, 'warning'],
      [10, 'critical'],
      [12, { ok: 12 }],
    ],
    { failFast: true },
    { exitCode: 2, afterSec: 10 },
  ],
  [
    'amber and blind, and it shall fail fast: neither is red',
    [
      [0, 'warning'],
      [5, 'blind'],
      [10, 'unknown'],
      [20, { ok: 20 }],
    ],
    { failFast: true },
    { exitCode: 0, afterSec: 50 },
  ],
  ['no time to wait: the state decides', [[0, { ok: 0 }]], { timeoutMs: 0 }, { exitCode: 1, afterSec: 0 }],
  ['no time to wait, and long so', [[0, { ok: -30 }]], { timeoutMs: 0 }, { exitCode: 0, afterSec: 0 }],
  [
    'the same snapshot again and again is none after a minute',
    [[0, 'frozen']],
    {},
    { exitCode: 3, afterSec: 300 },
  ],
])('%s', (_, stretches, wanted, expected) => {
  it(`ends with ${expected.exitCode} after ${expected.afterSec} s`, async () => {
    expect(await waited(stretches, wanted)).toMatchObject(expected);
  });
});

describe('whoever reads along', () => {
  it('is told each change once, with its time and what it is', async () => {
    const { lines } = await waited([
      [0, 'warning'],
      [10, 'blind'],
      [20, 'critical'],
      [30, { ok: 30 }],
    ]);
    expect(lines).toEqual([
      '2026-04-30T12:00:00Z WARNING: it is warning',
      '2026-04-30T12:00:10Z UNKNOWN: cannot be reached',
      '2026-04-30T12:00:20Z CRITICAL: it is critical',
      '2026-04-30T12:00:30Z OK: it is ok',
    ]);
  });

  it('reads at the end what was missing', async () => {
    const late = await waited([
      [0, 'warning'],
      [288, { ok: 288 }],
    ]);
    expect(late.headline).toBe('not yet stable, for 12s of 30s: it is ok');
    const unknown = await waited([[0, { ok: null }]], { timeoutMs: 0 });
    expect(unknown.headline).toBe('not yet stable, not known for how long: it is ok');
  });
});

describe('a dashboard', () => {
  it('is asked every 5 s, and at the end of the time once more', async () => {
    expect(await waited([[0, 'warning']], { timeoutMs: 12_000 })).toMatchObject({ looks: 4, afterSec: 12 });
  });

  it('is never asked more often than once in a second', async () => {
    const { looks } = await waited([[0, { ok: 0 }]], { stableMs: 5_500 });
    expect(looks).toBeLessThanOrEqual(4);
  });

  it('that takes long to answer is not waited for beyond the time by more than one answer', async () => {
    expect(await waited([[0, 'warning']], { timeoutMs: 30_000 }, 9)).toMatchObject({ afterSec: 37 });
  });
});
