import type { Logger } from 'pino';
import { DatabaseFailure } from '../database/database-failure.ts';
import { MOST_IDS_IN_A_LINE } from '../limits.ts';
import { startStopwatch } from '../stopwatch.ts';

/** Writes each change of state of a source once, however often it is reported. */
export type FailureLog = {
  /**
   * Returns the id under which the present failure stands in the log. `error` undefined means that all is well. There may
   * only be so many sources: each is remembered.
   */
  report(source: string, error: unknown, id: string): string;
  /** Writes what waits to be written. */
  flush(): void;
};

/** Whoever meets a failure that is known waits this long to be named together with others, and then longer and longer. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 32_000;
/** A failure that nobody has met for this long is told anew. */
const FORGOTTEN_MS = 60_000;

type State = {
  readonly kind: string;
  readonly id: string;
  metMs: () => number;
  readonly companions: Companions;
};

/**
 * Logs a failure with everything the driver said, and what to do about it, when it begins or changes its class; and its end.
 */
export function createFailureLog(log: Logger, remedyFor: (failure: DatabaseFailure) => string): FailureLog {
  const failing = new Map<string, State>();

  function begin(source: string, kind: string, id: string, error: unknown): string {
    const companions = createCompanions((request_ids, more) =>
      log.warn({ source, failure_id: id, request_ids, more }, 'the same failure met these requests, too'),
    );
    failing.set(source, { kind, id, metMs: startStopwatch(), companions });
    const remedy = error instanceof DatabaseFailure ? { remedy: remedyFor(error) } : {};
    log.error({ source, failure_class: kind, failure_id: id, ...remedy, err: error }, 'cannot be read');
    return id;
  }

  return {
    report(source, error, id) {
      const before = failing.get(source);
      if (error === undefined) {
        if (before === undefined) return id;
        before.companions.flush();
        failing.delete(source);
        log.info({ source, failure_id: before.id }, 'reads again');
        return id;
      }
      const kind = error instanceof DatabaseFailure ? error.failureClass : 'internal';
      if (before?.kind === kind && before.metMs() < FORGOTTEN_MS) {
        before.metMs = startStopwatch();
        if (id !== before.id) before.companions.add(id);
        return before.id;
      }
      before?.companions.flush();
      return begin(source, kind, id, error);
    },
    flush() {
      for (const { companions } of failing.values()) companions.flush();
    },
  };
}

type Companions = { add(id: string): void; flush(): void };

/** Ids that are told in bounded lines, at growing intervals: clients can make neither more nor longer ones. */
function createCompanions(tell: (ids: readonly string[], more: number) => void): Companions {
  let ids: string[] = [];
  let more = 0;
  let pauseMs = FIRST_PAUSE_MS;
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (ids.length === 0) return;
    tell(ids, more);
    ids = [];
    more = 0;
  }

  return {
    add(id) {
      if (ids.length < MOST_IDS_IN_A_LINE) ids.push(id);
      else more += 1;
      if (timer !== undefined) return;
      timer = setTimeout(flush, pauseMs);
      timer.unref();
      pauseMs = Math.min(LONGEST_PAUSE_MS, 2 * pauseMs);
    },
    flush,
  };
}
