/** The looks a status can have; each has its own shape, word, colour and border. */
export type FaceToken = 'ok' | 'amber' | 'red' | 'unknown' | 'stale' | 'loading';

/** How a status is shown: never by colour alone. */
export type StatusFace = { readonly token: FaceToken; readonly glyph: string; readonly label: string };

export const NO_DATA: StatusFace = { token: 'unknown', glyph: '?', label: 'NO DATA' };
export const LOADING: StatusFace = { token: 'loading', glyph: '…', label: 'LOADING' };
export const STALE: StatusFace = { token: 'stale', glyph: '◌', label: 'STALE' };

const FACES: ReadonlyMap<string, StatusFace> = new Map([
  ['green', { token: 'ok', glyph: '●', label: 'OK' }],
  ['amber', { token: 'amber', glyph: '▲', label: 'AMBER' }],
  ['red', { token: 'red', glyph: '✕', label: 'RED' }],
]);

/** The look of a level. A word that we do not know is shown as it is, as unknown and never as healthy. */
export function faceOf(level: string): StatusFace {
  return FACES.get(level) ?? { token: 'unknown', glyph: '?', label: level === '' ? 'UNKNOWN' : level };
}

/** How a past status is told: what it was, in words that cannot be taken for the present. */
export function pastFaceOf(level: string): StatusFace {
  return { token: 'unknown', glyph: '?', label: `was ${level === '' ? 'unknown' : level}` };
}
