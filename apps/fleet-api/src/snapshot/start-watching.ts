const FIRST_PAUSE_MS = 1000;

/** The longest time between two attempts at a read that fails. */
export const LONGEST_PAUSE_MS = 30_000;

export type WatchingOptions = {
  /** Nobody's asking for this long is a reason to read; 0: only what is asked for is read, once the start has succeeded. */
  readonly intervalMs: number;
  readonly read: () => Promise<unknown>;
  /** Milliseconds since the last read began, whoever asked for it. */
  readonly sinceReadMs: () => number;
  readonly onFailure: (error: unknown) => void;
};

/**
 * Reads now, and then whenever the last read, whoever asked for it, is an interval ago. What fails is tried again at growing
 * pauses, and until it has succeeded once without waiting for the interval. Returns how to end it.
 */
export function startWatching({ intervalMs, read, sinceReadMs, onFailure }: WatchingOptions): () => void {
  let pauseMs = FIRST_PAUSE_MS;
  let hasRead = false;
  let timer: NodeJS.Timeout | undefined;
  let hasEnded = false;

  async function attempt(): Promise<void> {
    try {
      await read();
      hasRead = true;
      pauseMs = FIRST_PAUSE_MS;
      waitForTheInterval();
    } catch (error) {
      onFailure(error);
      wait(pauseMs, hasRead ? waitForTheInterval : attempt);
      pauseMs = Math.min(LONGEST_PAUSE_MS, 2 * pauseMs);
    }
  }

  /** Reads by others put it off. */
  function waitForTheInterval(): void {
    if (intervalMs === 0) return;
    const restMs = intervalMs - sinceReadMs();
    if (restMs > 0) wait(restMs, waitForTheInterval);
    else void attempt();
  }

  function wait(ms: number, then: () => void): void {
    if (hasEnded) return;
    timer = setTimeout(then, ms);
    timer.unref();
  }

  void attempt();
  return () => {
    hasEnded = true;
    clearTimeout(timer);
  };
}
