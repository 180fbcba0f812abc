import { LEVELS } from 'fleet-core/contract/level';
import { expect, it } from 'vitest';
import { faceOf, LOADING, MUTED, NO_DATA, PLANNED, pastFaceOf, STALE } from './status-face.ts';

it('gives every state its own shape and its own word, so that no one needs the colour', () => {
  const faces = [...LEVELS.map((level) => faceOf(level)), NO_DATA, STALE, LOADING, PLANNED, MUTED];
  expect(new Set(faces.map((face) => face.glyph)).size).toBe(faces.length);
  expect(new Set(faces.map((face) => face.label)).size).toBe(faces.length);
});

it('shows what is not known as neither healthy nor quiet', () => {
  expect(faceOf('unknown')).toEqual({ token: 'unknown', glyph: '?', label: 'UNKNOWN' });
});

it('shows a level it does not know as that word with a question mark', () => {
  expect(faceOf('purple')).toEqual({ token: 'unknown', glyph: '?', label: 'purple' });
});

it('never shows an empty or differently written level as healthy', () => {
  for (const word of ['', 'GREEN', 'green ', 'ok']) expect(faceOf(word).token).toBe('unknown');
});

it('is calm about amber that was planned, and about nothing else', () => {
  expect(faceOf('amber', true)).toBe(PLANNED);
  for (const level of ['green', 'red', 'unknown', 'purple'])
    expect(faceOf(level, true)).toEqual(faceOf(level));
});

it('tells a past green without the word OK and without green', () => {
  expect(pastFaceOf('green')).toEqual({ token: 'unknown', glyph: '?', label: 'was green' });
});
