import { step } from 'fleet-lab/terminal/step';
import { effortOf } from './effort.ts';
import { ask } from './load/ask.ts';
import { loadUrl, measurePolling } from './parts/throughput.ts';
import type { Report } from './report/report.ts';

const PATIENCE_MS = 10_000;

/** Measures whatever dashboard answers at `address`, as far as HTTP tells. Rejects with a readable message when none does. */
export async function benchAgainst(address: string, quick: boolean): Promise<Report> {
  const url = new URL(address);
  if (url.pathname === '/') url.pathname = '/api/fleet';
  await step(`Asking ${url.href}`, () => expectAnswer(url.href));
  const report: Report = { held: [], tables: [] };
  const { load, polling } = effortOf(quick);
  const loads = [
    { encoding: 'br', leastRatio: 0.9 },
    { encoding: 'identity', leastRatio: 0.85 },
  ] as const;
  await loadUrl(url.host, url.href, loads, load, report);
  await measurePolling(url.host, url.href, polling, report);
  return report;
}

async function expectAnswer(url: string): Promise<void> {
  const { status } = await ask(url, {}, undefined, PATIENCE_MS).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`nothing answers at ${url}: ${why}`);
  });
  if (status !== 200) throw new Error(`${url} answers ${status}, and is to be measured when it answers 200`);
}
