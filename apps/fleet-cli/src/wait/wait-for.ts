import { toInstant } from 'fleet-core/domain/instant';
import type { ExitCode } from '../cannot-tell.ts';
import { exitCodeOf, wordOf } from '../check/status-line.ts';
import type { Clock } from '../terminal/surroundings.ts';
import type { Look } from './look.ts';
import { heldMs, NOTHING_SEEN, type WaitEnd, type WaitFor, type Waiting, waitStep } from './wait-step.ts';

const LONGEST_PAUSE_MS = 5_000;
const SHORTEST_PAUSE_MS = 1_000;

/**
 * Looks again and again until the end. `tell` gets a line for each change: its time, on the database's clock where one was
 * read, the state and its first cause.
 */
export async function waitFor(
  wanted: WaitFor,
  look: () => Promise<Look>,
  clock: Clock,
  tell: (line: string) => void,
): Promise<WaitEnd> {
  const beganMs = clock.elapsedMs();
  let waiting = NOTHING_SEEN;
  for (;;) {
    const step = waitStep(waiting, await look(), clock.elapsedMs() - beganMs, wanted);
    waiting = step.waiting;
    if (step.change !== null) tell(changeText(waiting.look, step.change, clock.nowMs()));
    if (step.end !== null) return step.end;
    await clock.sleep(pauseMs(waiting, clock.elapsedMs() - beganMs, wanted));
  }
}

function changeText(look: Look | null, change: string, nowMs: number): string {
  const isSeen = look?.kind === 'seen';
  const exitCode: ExitCode = isSeen ? exitCodeOf(look.check.code) : 3;
  return `${toInstant(isSeen ? look.atMs : nowMs)} ${wordOf(exitCode)}: ${change}`;
}

/** Until the goal may have been held for long enough or the time is over, and never so short that it burdens the dashboard. */
function pauseMs(waiting: Waiting, elapsedMs: number, { stableMs, timeoutMs }: WaitFor): number {
  const held = heldMs(waiting);
  const untilStable = held === null ? LONGEST_PAUSE_MS : stableMs - held;
  const pause = Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, untilStable));
  return Math.min(pause, Math.max(0, timeoutMs - elapsedMs));
}
