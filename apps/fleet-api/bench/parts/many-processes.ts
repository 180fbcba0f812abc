import type { LabServer } from 'fleet-lab/database/lab-server';
import { step } from 'fleet-lab/terminal/step';
import { peakResidentMb, processorMs } from '../../trial/harness/process/process-figures.ts';
import { withDataSet } from '../bench-database.ts';
import { pollRegularly } from '../load/polling-clients.ts';
import { startBenchApi } from '../load/start-bench-api.ts';
import { figure, hold, type Report } from '../report/report.ts';
import { smallFleet } from '../seed/data-set.ts';

const PAGES = 20;
/** Per cent. */
const MOST_OF_CORE = 40;
/** Three quarters of what the unit of `docs/deployment` allows. */
const MOST_MEMORY_MB = 768;
/** How often a page asks. */
const POLL_INTERVAL_MS = 5000;
/** Such a fleet is read on a slow machine, too; what that costs stays the same. */
const PATIENT = { FLEET_REQUEST_TIMEOUT_MS: '10000' };

/** How much of a core the API takes for the largest fleet that it reads, while twenty pages look at it. */
export async function measureManyProcesses(
  server: LabServer,
  { processes, seconds }: { readonly processes: number; readonly seconds: number },
  report: Report,
): Promise<void> {
  const name = `${figure(processes)} processes`;
  await withDataSet(server, name, smallFleet({ processes }), async ({ lab, bucketTotal }) => {
    const { api, url } = await startBenchApi(lab, bucketTotal, PATIENT);
    try {
      const poll = (forSec: number) =>
        pollRegularly(url, { clients: PAGES, seconds: forSec, intervalMs: POLL_INTERVAL_MS });
      await poll(POLL_INTERVAL_MS / 1000);
      const before = processorMs(api.pid());
      const polled = await step(`Polling ${name} with ${PAGES} pages`, () => poll(seconds));
      const ofCore = (processorMs(api.pid()) - before) / polled.tookMs;
      const what = `${name}, ${PAGES} pages`;
      report.held.push(
        hold(`${what}: the API`, 100 * ofCore, { most: MOST_OF_CORE }, '% of a core'),
        hold(`${what}: failures`, polled.failures, { most: 0 }, 'answers'),
      );
      const peakMb = peakResidentMb(api);
      if (peakMb !== null)
        report.held.push(hold(`${what}: memory at most`, peakMb, { most: MOST_MEMORY_MB }, 'MB'));
    } finally {
      await api.stop();
    }
  });
}
