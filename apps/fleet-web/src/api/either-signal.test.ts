import { expect, it } from 'vitest';
import { eitherSignal } from './either-signal.ts';

const never = new AbortController().signal;

it('does not abort while neither does', () => {
  expect(eitherSignal(never, new AbortController().signal).aborted).toBe(false);
});

it.each([
  ['the first', (late: AbortSignal) => eitherSignal(late, never)],
  ['the second', (late: AbortSignal) => eitherSignal(never, late)],
])('aborts with the reason of %s as soon as that one aborts', (_, combine) => {
  const late = new AbortController();
  const either = combine(late.signal);
  late.abort('enough');
  expect([either.aborted, either.reason]).toEqual([true, 'enough']);
});

it('is aborted from the start, with the reason of the one that was', () => {
  const either = eitherSignal(never, AbortSignal.abort('before'));
  expect([either.aborted, either.reason]).toEqual([true, 'before']);
});
