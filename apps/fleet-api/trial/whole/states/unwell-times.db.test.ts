import { FleetHistory } from 'fleet-core/contract/answers/history';
import { toInstant } from 'fleet-core/domain/instant';
import { NOW_MS } from 'fleet-core/testing/make/now';
import { findServerSoftware } from 'fleet-lab/database/server-software';
import type { FleetStateRows } from 'fleet-lab/state/fleet-state';
import { beforeEach, describe, expect, it } from 'vitest';
import { useClockedDatabase } from '../../harness/fixtures/use-clocked-database.ts';
import { type Watcher, watcherForTest } from '../../harness/fixtures/watcher-for-test.ts';
import { wellFleet } from '../../harness/unwell-states.ts';

const MINUTE = 60;
const HOUR = 3_600;
const { rows: WELL, ...SETTINGS } = wellFleet('dynamic');

/** The fleet when the last heartbeat of jetmon-b lies so far back, or ahead; all others go on. */
function withHeartbeatOfB(updated_at_age: number): FleetStateRows {
  const processes = WELL.jetmon_process_health.map((row) =>
    row.host_id === 'jetmon-b' ? { ...row, updated_at_age } : row,
  );
  return { ...WELL, jetmon_process_health: processes };
}

describe.skipIf(findServerSoftware() === null)('as time passes (needs MariaDB or MySQL installed)', () => {
  const clocked = useClockedDatabase();
  let watcher: Watcher;
  beforeEach(async () => {
    watcher = await watcherForTest(clocked(), SETTINGS);
  });

  const lookAfter = (seconds: number, rows: FleetStateRows) => watcher.look(rows, NOW_MS + seconds * 1000);

  it('clock 1 h ahead, then dead: never safe, until its silence is told by its own time', async () => {
    const dead = async (seconds: number) => {
      const { decision } = await lookAfter(seconds, withHeartbeatOfB(seconds - HOUR));
      expect(decision.headline).toContain('jetmon-b');
      return decision.code;
    };
    expect(await dead(0)).toBe('hold');
    expect(await dead(91)).toBe('hold');
    expect(await dead(59 * MINUTE)).toBe('hold');
    expect(await dead(59 * MINUTE + 10)).toBe('hold');
    expect(await dead(HOUR + 80)).toBe('hold');
    expect(await dead(69 * MINUTE + 50)).toBe('hold');
    expect(await dead(70 * MINUTE + 1)).toBe('stop');
  });

  it('clock 50 s ahead, then dead: said to stand still before it is late', async () => {
    expect((await lookAfter(0, withHeartbeatOfB(-50))).decision.code).toBe('advance');
    const { decision } = await lookAfter(91, withHeartbeatOfB(41));
    expect(decision.code).toBe('hold');
    expect(decision.headline).toContain('jetmon-b');
  });

  it('clock 50 s ahead, and alive: its heartbeat moves, and nothing is wrong', async () => {
    for (const seconds of [0, 30, 91, 182]) {
      expect((await lookAfter(seconds, withHeartbeatOfB(-50))).decision.code).toBe('advance');
    }
  });

  it('green poll; 45 s unasked with all heartbeats 2 h old; green poll: those 45 s are not called healthy', async () => {
    const first = await lookAfter(0, WELL);
    expect(first.decision).toMatchObject({ code: 'advance', since: toInstant(NOW_MS) });
    const second = await lookAfter(45, WELL);
    expect(second.decision).toMatchObject({ code: 'advance', since: toInstant(NOW_MS + 45_000) });
    const { status_transitions } = FleetHistory.parse(
      await (await fetch(`${watcher.url}/api/fleet/history`)).json(),
    );
    expect(status_transitions).toMatchObject([
      { from: null, to: 'green' },
      { at: toInstant(NOW_MS), from: 'green', to: 'unwatched' },
      { at: toInstant(NOW_MS + 45_000), from: 'unwatched', to: 'green' },
    ]);
  });
});
