import { elapsedMs, type Moment, readMoment } from '../clock/moment.ts';

/**
 * index.html asks for the fleet ahead of every script, and the first request gets the answer to that. Takes it: says how
 * many seconds ago it may have come at the most, counted from the beginning of the document. Zero for every request after.
 */
export function takeAskedAheadSec(): () => number {
  const ahead = globalThis.document?.querySelector('link[rel="preload"][as="fetch"]:not([data-taken])');
  if (!ahead) return () => 0;
  ahead.setAttribute('data-taken', '');
  const began: Moment = { monotonicMs: 0, wallMs: performance.timeOrigin };
  return () => elapsedMs(began, readMoment()) / 1000;
}
