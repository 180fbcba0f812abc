const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/** Reads until it succeeds once, at growing intervals. The first of these is now. */
export function startReading(read: () => unknown, onFailure: (error: unknown) => void): void {
  let pauseMs = FIRST_PAUSE_MS;
  const attempt = async () => {
    try {
      await read();
    } catch (error) {
      onFailure(error);
      setTimeout(attempt, pauseMs).unref();
      pauseMs = Math.min(LONGEST_PAUSE_MS, 2 * pauseMs);
    }
  };
  void attempt();
}
