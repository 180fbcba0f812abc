import { limitText } from 'fleet-core/rules/text/duration-text';
import type { ExitCode } from '../cannot-tell.ts';
import { exitCodeOf } from '../check/status-line.ts';
import type { Look } from './look.ts';

/** What is waited for, in milliseconds where it is a time. */
export type WaitFor = {
  /** For how long the goal must have been held. */
  readonly stableMs: number;
  readonly timeoutMs: number;
  /** Whether red ends the waiting. */
  readonly failFast: boolean;
};

/** What is known after some looks. Times that pass here count from the beginning of the waiting. */
export type Waiting = {
  readonly look: Look | null;
  /** The last look that saw something else than the goal, on the database's clock. */
  readonly lastMissMs: number | null;
  /** The time of the last snapshot, and when that one came first. */
  readonly atMs: number | null;
  readonly cameAfterMs: number;
};

export const NOTHING_SEEN: Waiting = { look: null, lastMissMs: null, atMs: null, cameAfterMs: 0 };

/** How a waiting ends. */
export type WaitEnd = { readonly exitCode: ExitCode; readonly headline: string };

/** What a look leads to: the next state, what has changed for somebody who reads along, and the end when it is one. */
export type WaitStep = {
  readonly waiting: Waiting;
  readonly change: string | null;
  readonly end: WaitEnd | null;
};

/** A dashboard takes a new snapshot within half a minute; one that stays the same for longer is from the past. */
const LONGEST_SAME_MS = 60_000;

/** Judges a look that came `elapsedMs` after the beginning. A blind look neither ends the waiting nor counts as good. */
export function waitStep(before: Waiting, look: Look, elapsedMs: number, wanted: WaitFor): WaitStep {
  const waiting = noted(before, look, elapsedMs);
  return {
    waiting,
    change: isSame(before.look, waiting.look) ? null : tell(waiting.look),
    end: endOf(waiting, elapsedMs, wanted),
  };
}

function noted(before: Waiting, look: Look, elapsedMs: number): Waiting {
  if (look.kind === 'blind') return { ...before, look };
  const isNew = before.atMs !== look.atMs;
  const cameAfterMs = isNew ? elapsedMs : before.cameAfterMs;
  const sameMs = elapsedMs - cameAfterMs;
  const seen: Look =
    sameMs > LONGEST_SAME_MS
      ? { kind: 'blind', why: `the dashboard has given the same snapshot for ${Math.floor(sameMs / 1000)}s` }
      : look;
  const lastMissMs = look.check.code === 'ok' ? before.lastMissMs : look.atMs;
  return { look: seen, lastMissMs, atMs: look.atMs, cameAfterMs };
}

function isSame(before: Look | null, now: Look | null): boolean {
  if (before?.kind === 'seen' && now?.kind === 'seen') return before.state === now.state;
  return before?.kind === now?.kind;
}

function tell(look: Look | null): string | null {
  if (look === null) return null;
  return look.kind === 'blind' ? look.why : look.check.headline;
}

function endOf(
  waiting: Waiting,
  elapsedMs: number,
  { stableMs, timeoutMs, failFast }: WaitFor,
): WaitEnd | null {
  const { look } = waiting;
  const isOver = elapsedMs >= timeoutMs;
  if (look === null || look.kind === 'blind') {
    return isOver && look !== null ? { exitCode: 3, headline: look.why } : null;
  }
  const { code, headline } = look.check;
  if (code !== 'ok')
    return isOver || (failFast && code === 'critical') ? { exitCode: exitCodeOf(code), headline } : null;
  const held = heldMs(waiting);
  if (held !== null && held >= stableMs) return { exitCode: 0, headline };
  if (!isOver) return null;
  const told =
    held === null
      ? 'not known for how long'
      : `for ${Math.floor(held / 1000)}s of ${limitText(stableMs / 1000)}`;
  return { exitCode: 1, headline: `not yet stable, ${told}: ${headline}` };
}

/** For how long the goal has been held by what the dashboard watched, and by what we saw ourselves; null when not known. */
export function heldMs({ look, lastMissMs }: Waiting): number | null {
  if (look?.kind !== 'seen' || look.check.code !== 'ok' || look.heldSinceMs === null) return null;
  return look.atMs - Math.max(look.heldSinceMs, lastMissMs ?? look.heldSinceMs);
}
