import type { Logger } from 'pino';
import { DatabaseFailure } from '../database/database-failure.ts';

/** Writes each change of state of a source once, however often it is reported. */
export type FailureLog = {
  /** Returns the id under which the present failure stands in the log. `error` undefined means that all is well. */
  report(source: string, error: unknown, id: string): string;
};

type State = { kind: string; id: string };

/** Logs a failure with everything the driver said when it begins or changes its class, and its end. */
export function createFailureLog(log: Logger): FailureLog {
  const failing = new Map<string, State>();
  return {
    report(source, error, id) {
      const before = failing.get(source);
      if (error === undefined) {
        if (failing.delete(source)) log.info({ source, failure_id: before?.id }, 'reads again');
        return id;
      }
      const kind = error instanceof DatabaseFailure ? error.failureClass : 'internal';
      if (before?.kind === kind) return before.id;
      failing.set(source, { kind, id });
      log.error({ source, failure_class: kind, failure_id: id, err: error }, 'cannot be read');
      return id;
    },
  };
}
