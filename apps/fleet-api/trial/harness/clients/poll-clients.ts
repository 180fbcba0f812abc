import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createJudge, type Expectation, type Judgement, type Received } from './judge-answer.ts';

/** One answer that a polling client got, or that it got none. */
export type Answer = {
  readonly sentAtMs: number;
  readonly latencyMs: number;
  /** 0 when there was no answer. */
  readonly status: number;
  readonly generatedAtMs: number | null;
  readonly wrong: string | null;
};

export type Clients = {
  readonly answers: readonly Answer[];
  /** Resolves with the first answer, from now on, that is as told; rejects after `timeoutMs`. */
  until(isAwaited: (answer: Answer) => boolean, timeoutMs: number): Promise<Answer>;
  /** Resolves once every client has had its last answer. */
  stop(): Promise<void>;
};

/** No answer after this long is a client left hanging, on a busy machine as well. */
const HANGING_MS = 30_000;

/** `count` clients that each ask once a second, never twice at a time, and judge what they get. */
export function startClients(url: string, count: number, expected: Expectation): Clients {
  const answers: Answer[] = [];
  const judge = createJudge(expected);
  const watchers = new Set<(answer: Answer) => void>();
  const ending = new AbortController();
  setMaxListeners(count, ending.signal);
  const clients = Array.from({ length: count }, (_, i) => poll(i * (1000 / count)));

  async function poll(offsetMs: number): Promise<void> {
    await sleep(offsetMs);
    while (!ending.signal.aborted) {
      const answer = await ask(url, judge);
      answers.push(answer);
      for (const watch of watchers) watch(answer);
      const restMs = Math.max(0, 1000 - answer.latencyMs);
      await sleep(restMs, undefined, { signal: ending.signal }).catch(() => {});
    }
  }

  return {
    answers,
    until: (isAwaited, timeoutMs) =>
      new Promise((resolve, reject) => {
        const settle = (done: () => void) => {
          clearTimeout(timer);
          watchers.delete(watch);
          done();
        };
        const watch = (answer: Answer) => {
          if (isAwaited(answer)) settle(() => resolve(answer));
        };
        const failure = () =>
          new Error(`not within ${timeoutMs} ms; last: ${JSON.stringify(answers.at(-1))}`);
        const timer = setTimeout(() => settle(() => reject(failure())), timeoutMs);
        watchers.add(watch);
      }),
    async stop() {
      ending.abort();
      await Promise.all(clients);
    },
  };
}

async function ask(url: string, judge: (received: Received) => Judgement): Promise<Answer> {
  const sentAtMs = Date.now();
  const startedMs = performance.now();
  try {
    const received = await receive(url);
    const latencyMs = performance.now() - startedMs;
    return { sentAtMs, latencyMs, status: received.status, ...judge(received) };
  } catch (error) {
    const latencyMs = performance.now() - startedMs;
    return { sentAtMs, latencyMs, status: 0, generatedAtMs: null, wrong: `no answer: ${String(error)}` };
  }
}

async function receive(url: string): Promise<Received> {
  const response = await fetch(url, { signal: AbortSignal.timeout(HANGING_MS) });
  const contentType = response.headers.get('content-type') ?? '';
  return { status: response.status, contentType, text: await response.text() };
}
