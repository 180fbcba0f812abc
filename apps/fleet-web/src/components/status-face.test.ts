import { LEVELS } from 'fleet-core/contract/level';
import { expect, it } from 'vitest';
import { faceOf, LOADING, NO_DATA, pastFaceOf, STALE } from './status-face.ts';

it('gives every state its own shape and its own word, so that no one needs the colour', () => {
  const faces = [...LEVELS.map(faceOf), NO_DATA, STALE, LOADING];
  expect(new Set(faces.map((face) => face.glyph)).size).toBe(faces.length);
  expect(new Set(faces.map((face) => face.label)).size).toBe(faces.length);
});

it('shows a level it does not know as that word with a question mark', () => {
  expect(faceOf('purple')).toEqual({ token: 'unknown', glyph: '?', label: 'purple' });
});

it('never shows an empty or differently written level as healthy', () => {
  for (const word of ['', 'GREEN', 'green ', 'ok']) expect(faceOf(word).token).toBe('unknown');
});

it('tells a past green without the word OK and without green', () => {
  expect(pastFaceOf('green')).toEqual({ token: 'unknown', glyph: '?', label: 'was green' });
});
