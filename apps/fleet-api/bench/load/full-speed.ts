import { findExecutable } from 'fleet-lab/database/find-executable';
import type { HttpLoad, LoadResult } from './load-result.ts';
import { loadFromHere } from './own-loader.ts';
import { loadWithWrk } from './wrk.ts';

/** What makes the load, as the report says it. */
export const LOADER =
  findExecutable('wrk') === null
    ? "the bench's own loader, because wrk is not installed: rates are those of the loader rather than of the API"
    : 'wrk on one thread';

/** Loads with `wrk` where it is installed, else from this process. */
export function loadAtFullSpeed(options: HttpLoad): Promise<LoadResult> {
  return findExecutable('wrk') === null ? loadFromHere(options) : loadWithWrk(options);
}
