import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holdAlways } from './hold-always.ts';

it('what is made of random values is made once for all checks, and each check sees all of it', () => {
  let made = 0;
  const always = holdAlways(
    fc.nat(),
    (value) => {
      made += 1;
      return value + 1;
    },
    50,
  );
  for (const _ of ['one check', 'another']) {
    let seen = 0;
    always((next, value) => {
      expect(next).toBe(value + 1);
      seen += 1;
    });
    expect(seen).toBe(50);
  }
  expect(made).toBe(50);
});

it('a check that fails is told with the least value that fails it', () => {
  const always = holdAlways(fc.nat(1_000_000), (value) => value, 200);
  expect(() => always((value) => expect(value).toBeLessThan(10))).toThrow(/Counterexample: \[10\]/);
});

it('a check that fails only once fails all the same', () => {
  let asked = 0;
  const always = holdAlways(fc.nat(), (value) => value, 5);
  const failing = () => {
    asked += 1;
    if (asked === 1) throw new Error('once');
  };
  expect(() => always(failing)).toThrow('once');
});
