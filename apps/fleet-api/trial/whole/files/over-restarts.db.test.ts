import { FleetHistory } from 'fleet-core/contract/answers/history';
import { toInstant } from 'fleet-core/domain/instant';
import { NOW_MS } from 'fleet-core/testing/make/now';
import { findServerSoftware } from 'fleet-lab/database/server-software';
import type { FleetStateRows } from 'fleet-lab/state/fleet-state';
import { beforeEach, describe, expect, it } from 'vitest';
import { directoryForTest } from '../../harness/fixtures/directory-for-test.ts';
import { useClockedDatabase } from '../../harness/fixtures/use-clocked-database.ts';
import { type Watcher, watcherForTest } from '../../harness/fixtures/watcher-for-test.ts';
import { wellFleet } from '../../harness/unwell-states.ts';

const HOUR = 3_600;
const { rows: WELL, ...SETTINGS } = wellFleet('dynamic');
const AMBER: FleetStateRows = {
  ...WELL,
  jetmon_process_health: WELL.jetmon_process_health.map((row) => ({ ...row, health_status: 'amber' })),
};
const withoutB: FleetStateRows = {
  ...WELL,
  jetmon_process_health: WELL.jetmon_process_health.filter(({ host_id }) => host_id !== 'jetmon-b'),
};

/** The heartbeat of jetmon-b stands still, at 4 s before the first look. */
function frozenB(updated_at_age: number): FleetStateRows {
  const processes = WELL.jetmon_process_health.map((row) =>
    row.host_id === 'jetmon-b' ? { ...row, updated_at_age } : row,
  );
  return { ...WELL, jetmon_process_health: processes };
}

const at = (seconds: number) => toInstant(NOW_MS + seconds * 1000);

describe.skipIf(findServerSoftware() === null)(
  'a dashboard that is started again on its state directory (needs MariaDB or MySQL installed)',
  () => {
    const clocked = useClockedDatabase();
    let directory: string;
    let watcher: Watcher;
    const start = async () => {
      // The longest pause is then 90 s; nothing is read but what the test asks for.
      const env = { FLEET_STATE_DIR: directory, FLEET_WATCH_INTERVAL_SEC: '30' };
      watcher = await watcherForTest(clocked(), SETTINGS, env);
    };
    beforeEach(async () => {
      directory = directoryForTest();
      await start();
    });

    const restart = async () => {
      await watcher.close();
      await start();
    };
    const lookAfter = (seconds: number, rows = WELL) => watcher.look(rows, NOW_MS + seconds * 1000);
    const history = async (query = '') =>
      FleetHistory.parse(await (await fetch(`${watcher.url}/api/fleet/history${query}`)).json());
    const samples = async (since: number, until: number) => {
      const range = new URLSearchParams({ since: at(since), until: at(until) });
      const told = (await history(`?${range}`)).samples;
      return told?.minute.map((minute, i) => [
        Date.parse(told.begins_at) / 1000 + minute * 60 - NOW_MS / 1000,
        told.level[i],
      ]);
    };

    it('after a gap of the longest pause: everything stands since when it did', async () => {
      const issueTimes = async (seconds: number) => {
        const { summary, decision } = await lookAfter(seconds, AMBER);
        return [summary.since, decision.since, ...summary.issue_details.map(({ since }) => since)];
      };
      await lookAfter(0);
      const before = await issueTimes(60);
      await restart();
      expect(await issueTimes(150)).toEqual(before);
      const { watching_since, status_transitions } = await history();
      expect(watching_since).toBe(at(0));
      expect(status_transitions.map(({ at: since, to }) => [since, to])).toEqual([
        [at(0), 'green'],
        [at(60), 'amber'],
      ]);
    });

    it('after a gap just over it: that was not watched, and nothing stands across it', async () => {
      await lookAfter(0, AMBER);
      await restart();
      expect((await lookAfter(91, AMBER)).summary.since).toBe(at(91));
      expect((await history()).status_transitions.map(({ at: since, to }) => [since, to])).toEqual([
        [at(0), 'amber'],
        [at(0), 'unwatched'],
        [at(91), 'amber'],
      ]);
    });

    it('a process that vanishes meanwhile is missed, and one that vanished before is missed still', async () => {
      await lookAfter(0);
      await restart();
      const missed = async (seconds: number) =>
        (await lookAfter(seconds, withoutB)).summary.issue_details
          .filter(({ code }) => code === 'process_vanished')
          .map(({ subject, since }) => [subject, since]);
      expect(await missed(60)).toEqual([['jetmon-b:monitor', at(0)]]);
      await restart();
      expect(await missed(23 * HOUR)).toEqual([['jetmon-b:monitor', at(0)]]);
    });

    it('a heartbeat that stands still is frozen 90 s after it was first seen, not after the start', async () => {
      const frozen = async (seconds: number) =>
        (await lookAfter(seconds, frozenB(seconds - 50))).summary.issue_details.some(
          ({ code }) => code === 'heartbeat_frozen',
        );
      await lookAfter(0, frozenB(-50));
      await restart();
      expect(await frozen(80)).toBe(false);
      await restart();
      expect(await frozen(91)).toBe(true);
    });

    it('samples go on where they were, and the time between them is a gap', async () => {
      await lookAfter(0, AMBER);
      await lookAfter(60);
      await restart();
      await lookAfter(300);
      expect(await samples(-60, 600)).toEqual([
        [0, 'amber'],
        [60, 'green'],
        [300, 'green'],
      ]);
    });

    it("the database's clock goes back an hour: no sample is lost or doubled, and nothing began in the future", async () => {
      await lookAfter(0, AMBER);
      await lookAfter(60, AMBER);
      for (const seconds of [60 - HOUR, 120 - HOUR]) {
        const { summary } = await lookAfter(seconds, AMBER);
        expect(Date.parse(summary.since ?? '')).toBeLessThanOrEqual(NOW_MS + seconds * 1000);
        await restart();
      }
      await lookAfter(0, AMBER);
      expect(await samples(-HOUR, 600)).toEqual(
        [60 - HOUR, 120 - HOUR, 0, 60].map((seconds) => [seconds, 'amber']),
      );
      const times = (await history()).status_transitions.map(({ at: since }) => since);
      expect(times).toEqual(times.toSorted());
    });
  },
);
