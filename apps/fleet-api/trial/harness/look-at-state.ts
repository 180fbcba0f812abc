import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { NOW_MS } from 'fleet-core/testing/now';
import { apiSettings } from 'fleet-lab/state/api-settings';
import { loadState } from 'fleet-lab/state/load-state';
import type { WatchedState } from 'fleet-lab/state/watched-state';
import type { ClockedDatabase } from './clocked-database.ts';
import { startTestApi } from './start-test-api.ts';

/** What an API says of a state, to the second, once it has looked at whatever was before it. It remembers nothing else. */
export async function lookAtState(
  { database, setNow }: ClockedDatabase,
  { earlier = [], ...state }: WatchedState,
): Promise<FleetSnapshot> {
  const api = await startTestApi(database.reader, apiSettings(state));
  const look = async (rows: WatchedState['rows'], nowMs: number) => {
    await setNow(nowMs);
    await loadState(database.admin, rows, { nowMs });
    const response = await fetch(`${api.url}/api/fleet`);
    return FleetSnapshot.parse(await response.json());
  };
  try {
    for (const { rows, secondsBefore } of earlier) await look(rows, NOW_MS - secondsBefore * 1000);
    return await look(state.rows, NOW_MS);
  } finally {
    await api.close();
  }
}
