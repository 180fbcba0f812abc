import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, CLIENT_TIMEOUT_MS } from './ask.ts';
import { percentile } from './percentile.ts';

/** How a crowd of pages fared that each ask once a second. */
export type PollingResult = {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly longestMs: number;
  readonly answers: number;
  readonly failures: number;
};

/** Clients with a connection each, whose seconds begin at different times. */
export async function pollOncePerSecond(
  url: string,
  clients: number,
  seconds: number,
): Promise<PollingResult> {
  const times: number[] = [];
  let failures = 0;
  const client = async (_: unknown, index: number) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const startMs = performance.now() + (index / clients) * 1000;
    for (let second = 0; second < seconds; second++) {
      await pause(Math.max(0, startMs + second * 1000 - performance.now()));
      const answer = await ask(url, { 'Accept-Encoding': 'br' }, agent, CLIENT_TIMEOUT_MS).catch(
        () => undefined,
      );
      if (answer?.status === 200) times.push(answer.ms);
      else failures++;
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: clients }, client));
  return {
    p50Ms: percentile(times, 50),
    p99Ms: percentile(times, 99),
    longestMs: Math.max(...times),
    answers: times.length,
    failures,
  };
}
