import { expect, it } from 'vitest';
import { makeCause } from '../../testing/make-cause.ts';
import { causeKeys } from './cause-keys.ts';

it('a cause keeps its name while its words change, and when another one comes before it', () => {
  const [key] = causeKeys([makeCause({ headline: 'silent for 14m' })]);
  const other = makeCause({ subject: { kind: 'host', ids: ['jetmon-c'] } });
  expect(causeKeys([other, makeCause({ headline: 'silent for 15m' })])[1]).toBe(key);
});

it('causes that look alike have different names', () => {
  const nobody = makeCause({ subject: { kind: 'fleet', ids: [] } });
  expect(new Set(causeKeys([nobody, nobody, nobody])).size).toBe(3);
});
