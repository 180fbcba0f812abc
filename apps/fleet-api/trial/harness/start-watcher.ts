import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { FleetHistory } from 'fleet-core/contract/history';
import { apiSettings } from 'fleet-lab/state/api-settings';
import type { FleetState, FleetStateRows } from 'fleet-lab/state/fleet-state';
import { loadState } from 'fleet-lab/state/load-state';
import type { ClockedDatabase } from './clocked-database.ts';
import { startTestApi } from './start-test-api.ts';

/** An API that has seen nothing but what it was shown. */
export type Watcher = {
  /** What it says of these rows at this time, to the second. */
  look(rows: FleetStateRows, nowMs: number): Promise<FleetSnapshot>;
  history(): Promise<FleetHistory>;
  close(): Promise<void>;
};

/** Starts one that judges by a state's settings. */
export async function startWatcher(
  { database, setNow }: ClockedDatabase,
  settings: Omit<FleetState, 'rows'>,
): Promise<Watcher> {
  const { url, close } = await startTestApi(database.reader, apiSettings(settings));
  const ask = async (path: string): Promise<unknown> => (await fetch(`${url}${path}`)).json();
  return {
    close,
    async look(rows, nowMs) {
      await setNow(nowMs);
      await loadState(database.admin, rows, { nowMs });
      return FleetSnapshot.parse(await ask('/api/fleet'));
    },
    history: async () => FleetHistory.parse(await ask('/api/fleet/history')),
  };
}
