import { Agent } from 'node:http';
import { ask, CLIENT_TIMEOUT_MS, type TimedAnswer } from './ask.ts';
import type { HttpLoad, LoadResult } from './load-result.ts';
import { percentile } from './percentile.ts';

/** Loads from this very process. It is slower than most servers: its figures say what they are at least. */
export async function loadFromHere(options: HttpLoad): Promise<LoadResult> {
  const { url, clients, seconds, headers } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const endMs = performance.now() + seconds * 1000;
  const times: number[] = [];
  let timeouts = 0;
  let failures = 0;
  const client = async () => {
    while (performance.now() < endMs) {
      const answer: TimedAnswer | Error = await ask(url, headers, agent, CLIENT_TIMEOUT_MS).catch(
        (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
      );
      if (answer instanceof Error) {
        if (answer.name === 'TimeoutError' || answer.name === 'AbortError') timeouts++;
        else failures++;
      } else {
        times.push(answer.ms);
        if (answer.status >= 400) failures++;
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return {
    perSecond: times.length / seconds,
    p99Ms: percentile(times, 99),
    requests: times.length,
    timeouts,
    failures,
  };
}
