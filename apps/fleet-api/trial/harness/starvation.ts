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
  let lastCpu = process.cpuUsage();
  const timer = setInterval(() => {
    const nowMs = Date.now();
    const { user, system } = process.cpuUsage(lastCpu);
    const starvedMs = nowMs - lastMs - TICK_MS - (user + system) / 1000;
    if (starvedMs >= LEAST_MS) spells.push({ fromMs: lastMs, toMs: nowMs, starvedMs });
    lastMs = nowMs;
    lastCpu = process.cpuUsage();
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
