import { DatabaseFailure } from '../database/database-failure.ts';

/** The promise's outcome, or a rejection with a `DatabaseFailure` when it takes longer. */
export function withinTime<T>(promise: Promise<T>, timeoutMs: number, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new DatabaseFailure('timeout', `no ${what} within ${Math.round(timeoutMs)} ms`)),
      timeoutMs,
    );
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
