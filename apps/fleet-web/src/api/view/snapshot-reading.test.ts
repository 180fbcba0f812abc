import { expect, it } from 'vitest';
import { snapshotWith } from '../../testing/snapshot-with.ts';
import { ageOfReading, takeReading } from './snapshot-reading.ts';

const at = (seconds: number) => ({ monotonicMs: seconds * 1000, wallMs: 1e12 + seconds * 1000 });
const { generated_at: base } = snapshotWith();
const answer = (generated_at = base, ageSec = 0) => ({ snapshot: snapshotWith({ generated_at }), ageSec });

it('ages from the moment at which the page got the snapshot', () => {
  const reading = takeReading(answer(), at(100), null);
  expect(ageOfReading(reading, at(104))).toBe(4);
});

it('begins with the age that the API gave', () => {
  const reading = takeReading(answer(base, 3), at(100), null);
  expect(ageOfReading(reading, at(104))).toBe(7);
});

it('an answer that repeats the snapshot does not make it younger', () => {
  const first = takeReading(answer(), at(100), null);
  const again = takeReading(answer(), at(140), first);
  expect(ageOfReading(again, at(141))).toBe(41);
});

it('a newer snapshot starts anew', () => {
  const first = takeReading(answer(), at(100), null);
  const newer = takeReading(answer('2026-04-30T14:00:05Z'), at(105), first);
  expect(ageOfReading(newer, at(106))).toBe(1);
});

it('what stood in the snapshot before stands no shorter in the next, nor in one that only repeats it', () => {
  const decision = (since: string) => ({ ...snapshotWith().decision, since });
  const told = (generated_at: string, since: string) => ({
    snapshot: snapshotWith({ generated_at, decision: decision(since) }),
    ageSec: 0,
  });
  const first = takeReading(told(base, '2026-04-30T13:00:00Z'), at(100), null);
  const anew = told('2026-04-30T14:00:05Z', '2026-04-30T14:00:04Z');
  const next = takeReading(anew, at(105), first);
  expect(next.snapshot.decision.since).toBe('2026-04-30T13:00:00Z');
  expect(takeReading(anew, at(110), next).snapshot.decision.since).toBe('2026-04-30T13:00:00Z');
});
