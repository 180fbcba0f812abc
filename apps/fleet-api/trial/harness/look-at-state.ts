import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { NOW_MS } from 'fleet-core/testing/now';
import type { StateWithPast } from 'fleet-lab/state/state-with-past';
import type { ClockedDatabase } from './clocked-database.ts';
import { startWatcher } from './start-watcher.ts';

/** What an API says of a state, to the second, once it has looked at whatever was before it. */
export async function lookAtState(
  clocked: ClockedDatabase,
  { earlier = [], rows, ...settings }: StateWithPast,
): Promise<FleetSnapshot> {
  const watcher = await startWatcher(clocked, settings);
  try {
    for (const look of earlier) await watcher.look(look.rows, NOW_MS - look.secondsBefore * 1000);
    return await watcher.look(rows, NOW_MS);
  } finally {
    await watcher.close();
  }
}
