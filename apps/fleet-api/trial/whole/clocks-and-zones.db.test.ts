import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { processColumns } from 'fleet-core/testing/states/required-columns';
import { type ApiProcess, startApi } from 'fleet-lab/api-process/start-api';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { type LabServer, startLabServer } from 'fleet-lab/database/lab-server';
import { findServerSoftware } from 'fleet-lab/database/server-software';
import { draining } from 'fleet-lab/scenarios/ownership/draining';
import { staleHost } from 'fleet-lab/scenarios/processes/stale-host';
import { loadState } from 'fleet-lab/state/load-state';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchSnapshot } from '../harness/clients/fetch-snapshot.ts';
import { findFakeClock, withClockOff } from '../harness/process/fake-clock.ts';

/** Local clocks in Europe skip the first of these and show the others twice. */
const DST_TIMES = ['2026-03-29 02:30:00', '2026-10-25 00:30:00', '2026-10-25 01:30:00'];

const library = findFakeClock();
const clockOff = (offset: string) => (library === undefined ? {} : withClockOff(library, offset));

/** Where and with which clock an API runs; without libfaketime all clocks are right. */
const MACHINES: Record<string, Record<string, string>> = {
  'in UTC': { TZ: 'UTC' },
  'in Europe/Berlin, an hour ahead,': { TZ: 'Europe/Berlin', ...clockOff('+1h') },
  'in America/New_York, an hour behind,': { TZ: 'America/New_York', ...clockOff('-1h') },
};
const machines = Object.keys(MACHINES);

/** All that must not depend on the clock or zone of the machine that the API runs on. */
function verdictsOf({ summary, bucket_coverage, delivery, dependencies, processes }: FleetSnapshot) {
  return {
    status: summary.status,
    action: summary.suggested_next_action_code,
    issues: summary.issue_details.map(({ code, subject }) => [code, subject]),
    coverage: [bucket_coverage.status, bucket_coverage.code],
    delivery: [delivery.status, delivery.pending, delivery.due_now],
    dependencies: dependencies.map(({ name, status }) => [name, status]),
    heartbeats: processes.map(({ process_id, updated_at, stale }) => [process_id, updated_at, stale]),
  };
}

/** Whole seconds between the database's clock and each heartbeat are what the ages must say; it was asked since `sinceMs`. */
function expectTrueAges({ generated_at, processes }: FleetSnapshot, sinceMs: number): void {
  for (const { updated_at, last_heartbeat_age_sec } of processes) {
    const trueSec = (Date.parse(generated_at) - Date.parse(updated_at ?? '')) / 1000;
    expect(Math.abs(Number(last_heartbeat_age_sec) - trueSec)).toBeLessThanOrEqual(1);
  }
  // Its instant leaves out the part of a second.
  expect(Date.parse(generated_at)).toBeGreaterThan(sinceMs - 1000);
  expect(Date.parse(generated_at)).toBeLessThanOrEqual(Date.now());
}

describe.skipIf(findServerSoftware() === null)(
  'on a database server at +05:30 of our own (needs MariaDB or MySQL installed)',
  () => {
    let server: LabServer;
    let database: LabDatabase;
    const apis = new Map<string, ApiProcess>();
    beforeAll(async () => {
      server = await startLabServer({ databaseUrl: '', serverArguments: ['--default-time-zone=+05:30'] });
      database = await server.createDatabase();
      const start = async (machine: string) => {
        const env = { FLEET_CACHE_TTL_MS: '0', FLEET_REQUEST_TIMEOUT_MS: '15000', ...MACHINES[machine] };
        apis.set(machine, await startApi({ reader: database.reader, form: 'source', env }));
      };
      await Promise.all(machines.map(start));
    }, 60_000);
    afterAll(async () => {
      await Promise.all([...apis.values()].map((api) => api.stop()));
      await server.stop();
    });

    function snapshotBy(machine: string): Promise<FleetSnapshot> {
      const api = apis.get(machine);
      if (api === undefined) throw new Error(`no API runs ${machine}`);
      return fetchSnapshot(api);
    }

    it.each(machines)(
      'an API %s reads the skipped and the doubled hour as they were written',
      async (machine) => {
        await database.admin.query('DELETE FROM jetmon_process_health');
        for (const [i, updated_at] of DST_TIMES.entries()) {
          const row = { ...processColumns(`host-${i}`), updated_at };
          await database.admin.query('INSERT INTO jetmon_process_health SET ?', [row]);
        }
        const { processes } = await snapshotBy(machine);
        const times = DST_TIMES.map((text) => `${text.replace(' ', 'T')}Z`);
        expect(processes.map((process) => process.updated_at)).toEqual(times);
      },
    );

    describe.skipIf(library === undefined)(
      'with clocks that are wrong (needs libfaketime: apt-get install libfaketime)',
      () => {
        it('the clocks are wrong indeed', () => {
          const hoursOff = machines.map((machine) => {
            const [line = ''] = apis.get(machine)?.output().split('\n') ?? [];
            return Math.round((Number(JSON.parse(line).time) - Date.now()) / 3_600_000) || 0;
          });
          expect(hoursOff).toEqual([0, 1, -1]);
        });

        it.each([draining, staleHost])(
          'verdicts and ages are those of the database’s clock, whatever the API’s: $name',
          async ({ build }) => {
            await loadState(database.admin, build().rows);
            const sinceMs = Date.now();
            const [right, ...wrong] = await Promise.all(machines.map(snapshotBy));
            expect(wrong).toHaveLength(2);
            for (const off of wrong) {
              expect(verdictsOf(off)).toEqual(right === undefined ? undefined : verdictsOf(right));
              expectTrueAges(off, sinceMs);
            }
          },
        );
      },
    );
  },
);
