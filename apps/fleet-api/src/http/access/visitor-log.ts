import type { Logger } from 'pino';
import { MOST_KNOWN_VISITORS } from '../../limits.ts';

/** Who asks: the name of a token, whether by a pass of it, and whom a trusted proxy says that it is. */
export type Visitor = {
  readonly token: string | null;
  readonly by: 'token' | 'pass' | 'proxy';
  readonly user: string | null;
};

/** Tells of each visitor once, and again after an hour without a request. */
export type VisitorLog = { seen(visitor: Visitor, address: string): void };

const FORGOTTEN_MS = 3_600_000;

export function createVisitorLog(log: Logger, clockMs: () => number = () => performance.now()): VisitorLog {
  const lastSeenMs = new Map<string, number>();
  return {
    seen(visitor, address) {
      const key = JSON.stringify(visitor);
      const nowMs = clockMs();
      const before = lastSeenMs.get(key);
      lastSeenMs.delete(key);
      lastSeenMs.set(key, nowMs);
      if (before !== undefined && nowMs - before < FORGOTTEN_MS) return;
      const [oldest] = lastSeenMs.keys();
      if (lastSeenMs.size > MOST_KNOWN_VISITORS && oldest !== undefined) lastSeenMs.delete(oldest);
      log.info({ ...visitor, address }, 'somebody looks at the fleet');
    },
  };
}
