import { expect, it } from 'vitest';
import { DatabaseFailure } from '../../database/database-failure.ts';
import { readInPieces } from './in-pieces.ts';

const stopped = () => new DatabaseFailure('timeout', 'stopped');
const buckets = Array.from({ length: 100 }, (_, bucket) => bucket);

/** Reads pieces of at most `most`, noting how long each was that was asked for, and how often there was time to rest. */
function reading(most: number, failure: Error = stopped()) {
  const asked: number[] = [];
  const rests: number[] = [];
  const pace = { remainingMs: () => 1000, breathe: async () => void rests.push(asked.length) };
  const read = async (piece: readonly number[]) => {
    asked.push(piece.length);
    if (piece.length > most) throw failure;
    return piece.map((bucket) => bucket * 2);
  };
  return { asked, rests, all: (of: readonly number[] = buckets) => readInPieces(of, pace, read) };
}

it('tells of all that was asked for, each once and in order, and may rest before each piece', async () => {
  const { asked, rests, all } = reading(100);
  expect(await all()).toEqual(buckets.map((bucket) => bucket * 2));
  expect(asked.length).toBeGreaterThan(1);
  expect(rests).toEqual(asked.map((_, index) => index));
});

it('a piece that the server stops is halved until it does not, and nothing is left out', async () => {
  const { asked, rests, all } = reading(3);
  expect(await all()).toEqual(buckets.map((bucket) => bucket * 2));
  expect(asked.slice(0, 4)).toEqual([16, 8, 4, 2]);
  expect(rests).toHaveLength(asked.length);
});

it('few are read at once, and nothing where nothing is asked for', async () => {
  const { asked, rests, all } = reading(100);
  await all(buckets.slice(0, 16));
  expect(await all([])).toEqual([]);
  expect([asked, rests]).toEqual([[16], [0]]);
});

it('one that is too slow by itself is too slow', async () => {
  const { asked, all } = reading(0);
  await expect(all()).rejects.toThrow('stopped');
  expect(asked).toEqual([16, 8, 4, 2, 1]);
});

it('any other failure is one at once', async () => {
  const { asked, all } = reading(0, new DatabaseFailure('schema', 'no such table'));
  await expect(all()).rejects.toThrow('no such table');
  expect(asked).toEqual([16]);
});
