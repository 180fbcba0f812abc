import { expect, it } from 'vitest';
import { wallUnit } from './wall-type.ts';

it('is one pixel on a full-HD screen', () => {
  expect(wallUnit({ width: 1920, height: 1080 }, 1)).toBe(1);
});

it('grows with the screen and with the scale that is asked for', () => {
  expect(wallUnit({ width: 3840, height: 2160 }, 1)).toBe(2);
  expect(wallUnit({ width: 1920, height: 1080 }, 1.5)).toBe(1.5);
});

it('never makes type smaller than on a full-HD screen: less is shown instead', () => {
  expect(wallUnit({ width: 1280, height: 720 }, 1)).toBe(1);
});

it('goes by the narrower side', () => {
  expect(wallUnit({ width: 5120, height: 1440 }, 1)).toBeCloseTo(4 / 3);
});
