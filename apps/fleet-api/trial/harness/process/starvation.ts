import { readFileSync } from 'node:fs';

/** How long a machine that is busy with others kept this process from running, by time. */
export type Starvation = {
  /** Milliseconds without a processor between two instants of the wall clock. */
  between(fromMs: number, toMs: number): number;
  stop(): void;
};

type Spell = { readonly fromMs: number; readonly toMs: number; readonly starvedMs: number };

const TICK_MS = 20;
/** Timers are late by some milliseconds on an idle machine as well. */
const LEAST_MS = 10;

/**
 * Watches how late a timer is. What the process spent computing meanwhile does not count: an event loop that
 * we block ourselves is our own fault.
 */
export function watchStarvation(): Starvation {
  const spells: Spell[] = [];
  let lastMs = Date.now();
  let lastRanMs = ranMs();
  const timer = setInterval(() => {
    const nowMs = Date.now();
    const nowRanMs = ranMs();
    const starvedMs = nowMs - lastMs - TICK_MS - (nowRanMs - lastRanMs);
    if (starvedMs >= LEAST_MS) spells.push({ fromMs: lastMs, toMs: nowMs, starvedMs });
    lastMs = nowMs;
    lastRanMs = nowRanMs;
  }, TICK_MS);
  return {
    between: (fromMs, toMs) =>
      spells.reduce((sum, spell) => {
        const overlapMs = Math.min(toMs, spell.toMs) - Math.max(fromMs, spell.fromMs);
        return overlapMs <= 0 ? sum : sum + Math.min(overlapMs, spell.starvedMs);
      }, 0),
    stop: () => clearInterval(timer),
  };
}

/**
 * Milliseconds that this thread has run. Those of the whole process, which is all that is told elsewhere than on Linux,
 * hide that this thread had to wait while others of the process ran.
 */
function ranMs(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ', 1)[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
}
