import { expect, it } from 'vitest';
import { wallSettings } from './wall-settings.ts';

it('is a wall only when the address says wall=1', () => {
  for (const search of ['', '?wall', '?wall=0', '?wall=true', '?p=a']) {
    expect(wallSettings(search)).toBeNull();
  }
  expect(wallSettings('?wall=1')).toEqual({ scale: 1, sound: false, awake: false });
});

it('reads what else is asked for', () => {
  const asked = { scale: 1.5, sound: true, awake: true };
  expect(wallSettings('?wall=1&scale=1.5&sound=1&awake=1')).toEqual(asked);
});

it.each(['', '0', '0.99', '2.01', '-1', 'NaN', 'Infinity', 'big', '1.5px', '%00'])(
  'leaves the size as it is for scale=%s',
  (scale) => {
    expect(wallSettings(`?wall=1&scale=${scale}`)?.scale).toBe(1);
  },
);

it('takes both ends of the scale', () => {
  expect(wallSettings('?wall=1&scale=1')?.scale).toBe(1);
  expect(wallSettings('?wall=1&scale=2')?.scale).toBe(2);
});

it('beeps and stays awake for nothing but 1', () => {
  expect(wallSettings('?wall=1&sound=yes&awake=')).toEqual({ scale: 1, sound: false, awake: false });
});
