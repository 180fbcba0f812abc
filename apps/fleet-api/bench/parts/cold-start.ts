import { spawnSync } from 'node:child_process';
import { startApi } from 'fleet-lab/api-process/start-api';
import { freePort } from 'fleet-lab/database/free-port';
import { step } from 'fleet-lab/terminal/step';
import type { BenchDatabase } from '../bench-database.ts';
import { ask } from '../load/ask.ts';
import { inPairs } from '../load/in-pairs.ts';
import { figure, hold, type Report } from '../report/report.ts';

/** From the command to the last byte of the first answer, beside a Node that only starts and ends. */
export async function measureColdStart({ lab }: BenchDatabase, runs: number, report: Report): Promise<void> {
  const { ours, beside } = await step('Starting the API again and again', () =>
    inPairs(runs, { ours: firstAnswerMs, beside: async () => bareStartMs() }),
  );
  const what = '4 processes: from the start to the first answer';
  report.held.push({ ...hold(what, ours, { most: 400 }, 'ms'), beside: `${figure(beside)} ms (Node alone)` });

  async function firstAnswerMs(): Promise<number> {
    const port = await freePort();
    const startMs = performance.now();
    const api = await startApi({ reader: lab.reader, form: 'built', port });
    const { status } = await ask(`${api.url}/api/fleet`);
    const ms = performance.now() - startMs;
    await api.stop();
    if (status !== 200) throw new Error(`the API answered ${status} at first:\n${api.output()}`);
    return ms;
  }
}

function bareStartMs(): number {
  const startMs = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - startMs;
}
