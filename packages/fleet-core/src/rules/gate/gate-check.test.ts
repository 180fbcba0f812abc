import { expect, it } from 'vitest';
import { decideCheck } from './gate-check.ts';

const decide = (wrong: string[], notKnown: string[]) =>
  decideCheck('drift', { wrong, notKnown, well: 'well' });

it('what is wrong outweighs what is not known, and that outweighs what is well', () => {
  expect(decide(['bad'], ['odd'])).toEqual({ code: 'drift', ok: false, fact: 'bad' });
  expect(decide([], ['odd', 'dark'])).toEqual({ code: 'drift', ok: null, fact: 'odd; dark' });
  expect(decide([], [])).toEqual({ code: 'drift', ok: true, fact: 'well' });
});

it('six things are told, of more the first six and how many more', () => {
  const things = ['a', 'b', 'c', 'd', 'e', 'f'];
  expect(decide(things, []).fact).toBe('a; b; c; d; e; f');
  expect(decide([...things, 'g'], []).fact).toBe('a; b; c; d; e; f; and 1 more');
});
