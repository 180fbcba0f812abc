import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, CLIENT_TIMEOUT_MS } from './ask.ts';
import { percentile } from './percentile.ts';

/** How a crowd of pages fared. */
export type PollingResult = {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly longestMs: number;
  readonly answers: number;
  readonly failures: number;
  /** From the beginning to the end of all. */
  readonly tookMs: number;
};

/** Clients with a connection each that ask at a steady pace, beginning at different times of the interval. */
export async function pollRegularly(
  url: string,
  { clients, seconds, intervalMs }: { clients: number; seconds: number; intervalMs: number },
): Promise<PollingResult> {
  const times: number[] = [];
  let failures = 0;
  const beganMs = performance.now();
  const polls = Math.max(1, Math.round((seconds * 1000) / intervalMs));
  const client = async (_: unknown, index: number) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const startMs = beganMs + (index / clients) * intervalMs;
    for (let poll = 0; poll < polls; poll++) {
      await pause(Math.max(0, startMs + poll * intervalMs - performance.now()));
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
    tookMs: performance.now() - beganMs,
  };
}
