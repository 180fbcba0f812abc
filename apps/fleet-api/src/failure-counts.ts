import { DatabaseFailure, type FailureClass } from './database/database-failure.ts';

/** How often a read could not be had since the start, by class; a failure that stands counts each time it is met. */
export type FailureCounts = {
  add(error: unknown): void;
  byClass(): ReadonlyMap<FailureClass, number>;
};

/** Counts every failure, while the log tells only of changes. */
export function createFailureCounts(): FailureCounts {
  const counts = new Map<FailureClass, number>();
  return {
    add(error) {
      const failureClass = error instanceof DatabaseFailure ? error.failureClass : 'internal';
      counts.set(failureClass, (counts.get(failureClass) ?? 0) + 1);
    },
    byClass: () => counts,
  };
}
