import type { LabServer } from 'fleet-lab/database/lab-server';
import { largeFleet } from 'fleet-lab/scenarios/rollout/large';
import { loadState } from 'fleet-lab/state/load-state';
import { FleetApiProcess } from '../harness/fleet-api-process.ts';

type Reported = { stale: boolean; last_heartbeat_age_sec: number; active_checks: number | null };

/** What the API says of a fleet of so many processes, and what it would say on each further poll: heartbeats come and load moves. */
export async function fleetAnswers(server: LabServer, processes: number, polls: number): Promise<Buffer[]> {
  const database = await server.createDatabase();
  await loadState(database.admin, largeFleet(processes).rows);
  const api = await FleetApiProcess.start(database.reader, { FLEET_REQUEST_TIMEOUT_MS: '20000' });
  const snapshot = await (await fetch(`${api.url}/api/fleet`)).json();
  await api.kill();
  await database.drop();
  return Array.from({ length: polls + 1 }, (_, poll) => {
    const nowMs = Date.parse(snapshot.generated_at) + 5_000 * poll;
    const isoOf = (ageSec: number) => new Date(nowMs - 1_000 * ageSec).toISOString();
    const moved = snapshot.processes.map((process: Reported, index: number) => {
      const { stale, last_heartbeat_age_sec, active_checks } = process;
      const ageSec = stale ? last_heartbeat_age_sec + 5 * poll : (index + 5 * poll) % 15;
      return {
        ...process,
        last_heartbeat_age_sec: ageSec,
        updated_at: isoOf(ageSec),
        active_checks: active_checks === null ? null : active_checks + ((index + poll) % 7),
      };
    });
    return asSent(JSON.stringify({ ...snapshot, generated_at: isoOf(0), processes: moved }));
  });
}

/** As the API sends it: without a character beyond Latin-1. */
function asSent(json: string): Buffer {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return Buffer.from(json.replace(/[\u0100-\uffff]/g, escaped));
}
