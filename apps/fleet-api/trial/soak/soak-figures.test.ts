import { expect, it } from 'vitest';
import { residentSlope } from './soak-figures.ts';

const sample = (minute: number, residentMb: number) => ({
  atMs: minute * 60_000,
  residentMb,
  descriptors: 20,
});

it('memory that grows by 1 MB a minute grows by 10 MB in 10 minutes', () => {
  expect(residentSlope([0, 1, 2, 3, 4, 5, 6, 7].map((minute) => sample(minute, 80 + minute)))).toBeCloseTo(
    10,
  );
});

it('memory that only goes up and down is flat', () => {
  expect(
    residentSlope([0, 1, 2, 3, 4, 5, 6, 7, 8].map((minute) => sample(minute, 80 + (minute % 2)))),
  ).toBeCloseTo(0);
});

it('what is taken in the first half is warming up', () => {
  const samples = [0, 1, 2, 3, 4, 5, 6, 7].map((minute) =>
    sample(minute, minute < 4 ? 40 + minute * 10 : 90),
  );
  expect(residentSlope(samples)).toBeCloseTo(0);
});
