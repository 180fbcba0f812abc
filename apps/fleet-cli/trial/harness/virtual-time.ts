import type { Clock } from '../../src/terminal/surroundings.ts';

/** A clock that moves only when somebody sleeps or takes his time by it. */
export type VirtualTime = Clock & {
  /** Lets time pass as if something took that long. */
  pass(ms: number): void;
};

/** Begins at 0, which is `nowMs` by the calendar. */
export function virtualTime(nowMs: number): VirtualTime {
  let passedMs = 0;
  const pass = (ms: number) => {
    passedMs += ms;
  };
  return {
    nowMs: () => nowMs + passedMs,
    elapsedMs: () => passedMs,
    sleep: async (ms) => pass(ms),
    pass,
  };
}
