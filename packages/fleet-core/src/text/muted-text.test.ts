import { expect, it } from 'vitest';
import { mutedText } from './muted-text.ts';

it('says who knows of it, until when with the day, and why', () => {
  const muted = { by: 'anna', until: '2026-04-30T15:00:00Z', reason: 'new disk' };
  expect(mutedText(muted)).toBe('muted by anna until 2026-04-30 15:00:00 UTC: new disk');
});
