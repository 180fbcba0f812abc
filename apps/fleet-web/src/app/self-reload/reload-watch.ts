import { elapsedMs, type Moment } from '../../clock/moment.ts';

const SPREAD_MS = 30_000;
const SILENCE_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** What an unattended page remembers to decide when it should load itself anew. */
export type ReloadWatch = {
  readonly loaded: Moment;
  readonly lastSuccess: Moment;
  /** The build that answered first: the one that this page came from. */
  readonly ownBuild: string | null;
  /** Another build that answers now, and how long to wait with it. */
  readonly newer: { readonly build: string; readonly seen: Moment; readonly waitMs: number } | null;
};

export type ReloadReason = 'new_build' | 'no_success' | 'daily';

/** The watch of a page that has just been loaded. */
export function startWatch(now: Moment): ReloadWatch {
  return { loaded: now, lastSuccess: now, ownBuild: null, newer: null };
}

/**
 * Takes a good answer into account. Walls wait for a random part of 30 s, so that not all of them come at
 * once; `random` lies in 0 … 1. An answer of the own build takes the wish back: then two builds are serving.
 */
export function watchAnswer(
  watch: ReloadWatch,
  answer: { readonly build_id: string; readonly at: Moment },
  random: number,
): ReloadWatch {
  const { build_id, at } = answer;
  const ownBuild = watch.ownBuild ?? build_id;
  return { ...watch, lastSuccess: at, ownBuild, newer: newerBuild() };

  function newerBuild(): ReloadWatch['newer'] {
    if (build_id === ownBuild) return null;
    return watch.newer?.build === build_id
      ? watch.newer
      : { build: build_id, seen: at, waitMs: random * SPREAD_MS };
  }
}

/** Why the page should be loaded anew now, if it should. `calm`: the fleet is seen and not red. */
export function reloadReason(watch: ReloadWatch, now: Moment, calm: boolean): ReloadReason | null {
  const { newer, lastSuccess, loaded } = watch;
  if (newer !== null && elapsedMs(newer.seen, now) >= newer.waitMs) return 'new_build';
  if (elapsedMs(lastSuccess, now) >= SILENCE_MS) return 'no_success';
  return calm && elapsedMs(loaded, now) >= DAY_MS ? 'daily' : null;
}
