import { afterEach, expect, it, vi } from 'vitest';
import { answerWith } from '../testing/answer-with.ts';
import { snapshotWith } from '../testing/snapshot-with.ts';
import { fetchFleet } from './fetch-fleet.ts';

const never = new AbortController().signal;

async function ageOfNext(): Promise<number> {
  answerWith(200, snapshotWith());
  return (await fetchFleet(never, 3_000)).ageSec;
}

afterEach(() => {
  document.head.innerHTML = '';
  vi.restoreAllMocks();
});

function askAhead(): void {
  document.head.innerHTML = '<link rel="preload" as="fetch">';
}

it('an answer that was asked for ahead of the scripts is as old as the document, and the next one is not', async () => {
  askAhead();
  vi.spyOn(performance, 'now').mockReturnValue(2_500);
  vi.spyOn(Date, 'now').mockReturnValue(0);
  expect(await ageOfNext()).toBe(2.5);
  expect(await ageOfNext()).toBe(0);
});

it('the sleep of a machine counts, during which one of its clocks stands still', async () => {
  askAhead();
  vi.spyOn(performance, 'now').mockReturnValue(2_500);
  vi.spyOn(Date, 'now').mockReturnValue(performance.timeOrigin + 3_600_000);
  expect(await ageOfNext()).toBe(3_600);
});

it('is not taken for the answer to a later request when the first one fails', async () => {
  askAhead();
  vi.spyOn(globalThis, 'fetch').mockRejectedValueOnce(new TypeError('gone'));
  await expect(fetchFleet(never, 3_000)).rejects.toThrow();
  expect(await ageOfNext()).toBe(0);
});
