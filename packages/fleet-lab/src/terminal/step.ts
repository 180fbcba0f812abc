import { print } from './terminal.ts';

/** Seconds after which, again and again, a step says that it is still at work. */
const STILL_INTERVAL_SEC = 5;

/** Does `work` and shows on the terminal that it began, that it still goes on, and how long it took. */
export async function step<Result>(label: string, work: () => Promise<Result>): Promise<Result> {
  const startMs = performance.now();
  const elapsedSec = (): number => (performance.now() - startMs) / 1000;
  print(`• ${label} …`);
  const timer = setInterval(() => {
    print(`  still ${lowerFirst(label)} (${Math.round(elapsedSec())} s)`);
  }, STILL_INTERVAL_SEC * 1000);
  try {
    const result = await work();
    print(`✓ ${label} (${elapsedSec().toFixed(1)} s)`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
