import { isTooSlow } from '../../database/database-failure.ts';
import { startStopwatch } from '../../stopwatch.ts';
import type { Pace } from './work-pace.ts';

const FIRST_PIECE = 16;
/** After a piece that took less the next is twice as long: each statement has a cost of its own. */
const QUICK_MS = 200;

/**
 * Reads what is asked of many things at once in pieces of some of them, at the pace that is given: a piece that the server
 * stops, or that takes too long, is halved. Rejects as `read` does, with such a failure only when it is of a single thing.
 */
export async function readInPieces<T, R>(
  things: readonly T[],
  pace: Pace,
  read: (piece: readonly T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const found: R[] = [];
  let size = FIRST_PIECE;
  for (let done = 0; done < things.length; ) {
    await pace.breathe();
    const piece = things.slice(done, done + size);
    const tookMs = startStopwatch();
    try {
      found.push(...(await read(piece)));
      done += piece.length;
      if (tookMs() < QUICK_MS) size *= 2;
    } catch (error) {
      if (!isTooSlow(error) || piece.length === 1) throw error;
      size = Math.ceil(piece.length / 2);
    }
  }
  return found;
}
