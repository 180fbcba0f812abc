import type { DatabaseFailure } from '../database-failure.ts';

/** What the server lately refused us, while others of our connections were there to wait for. */
export type Refusals = {
  /** Keeps back the permit of a connection that was refused, so that for a while no other is tried in its place. */
  add(failure: DatabaseFailure, release: () => void): void;
  /** The last of those whose permit is kept back. */
  last(): DatabaseFailure | undefined;
};

/** Keeps each permit back for `forMs`. */
export function keepRefusals(forMs: number): Refusals {
  const refused = new Set<DatabaseFailure>();
  return {
    add(failure, release) {
      refused.add(failure);
      const timer = setTimeout(() => {
        refused.delete(failure);
        release();
      }, forMs);
      timer.unref();
    },
    last: () => [...refused].at(-1),
  };
}

/** Whether the server takes no further connection of ours, and may go on to serve those it has. */
export function isRefusal({ failureClass }: DatabaseFailure): boolean {
  return failureClass === 'too_many_connections' || failureClass === 'denied';
}
