import type { Logger } from 'pino';

/** Tells of each limit once when it is reached, and once when it has not been for a minute, however often clients reach it. */
export type LimitLog = {
  /** `facts` are those of the first time. */
  reached(limit: string, facts?: Readonly<Record<string, unknown>>): void;
};

const QUIET_MS = 60_000;

export function createLimitLog(log: Logger): LimitLog {
  const times = new Map<string, number>();
  return {
    reached(limit, facts) {
      const before = times.get(limit);
      times.set(limit, (before ?? 0) + 1);
      if (before !== undefined) return;
      log.warn({ limit, ...facts }, 'a limit is reached');
      let seen = 0;
      const watch = setInterval(() => {
        const now = times.get(limit) ?? 0;
        if (now > seen) {
          seen = now;
          return;
        }
        clearInterval(watch);
        times.delete(limit);
        log.info({ limit, times: now }, 'the limit is no longer reached');
      }, QUIET_MS);
      watch.unref();
    },
  };
}
