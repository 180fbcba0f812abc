import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { median } from '../../trial/harness/median.ts';
import { ask } from '../load/ask.ts';
import { startBenchApi } from '../load/start-bench-api.ts';
import { DEADLINE_MS } from './product-queries.ts';

/** Without a time-to-live every request has its snapshot read anew, and no read is expensive. */
export const UNCACHED = { FLEET_CACHE_TTL_MS: '0', FLEET_REQUEST_TIMEOUT_MS: '60000' };

/**
 * The median time to answer a client whose snapshot is read, judged, encoded and sent for it alone. With a
 * bucket total of 0 drift is not counted.
 */
export async function uncachedAnswerMs(
  database: LabDatabase,
  bucketTotal: number,
  runs: number,
): Promise<number> {
  const { api, url } = await startBenchApi(database, bucketTotal, UNCACHED);
  try {
    const times: number[] = [];
    // The first answers find no connection and no compiled code.
    for (let run = -10; run < runs; run++) {
      const { ms, status } = await ask(url, {}, undefined, DEADLINE_MS);
      if (status !== 200) throw new Error(`the API answered ${status}:\n${api.output()}`);
      if (run >= 0) times.push(ms);
    }
    return median(times);
  } finally {
    await api.stop();
  }
}
