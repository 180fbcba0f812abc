import type { Answer } from '../format/answer-to.ts';

/** The looks a status can have; each has its own shape, word, colour and border. */
export type FaceToken = 'ok' | 'planned' | 'muted' | 'amber' | 'red' | 'unknown' | 'stale' | 'loading';

/** How a status is shown: never by colour alone. */
export type StatusFace = { readonly token: FaceToken; readonly glyph: string; readonly label: string };

export const NO_DATA: StatusFace = { token: 'unknown', glyph: '?', label: 'NO DATA' };
export const LOADING: StatusFace = { token: 'loading', glyph: '…', label: 'LOADING' };
export const STALE: StatusFace = { token: 'stale', glyph: '◌', label: 'STALE' };
/** Amber that was meant to be, and so no alarm. */
export const PLANNED: StatusFace = { token: 'planned', glyph: '◆', label: 'As planned' };

/** Well, but for what somebody knows of and has muted. */
export const MUTED: StatusFace = { token: 'muted', glyph: '◇', label: 'Muted' };

/** What is there and no longer expected. */
export const RETIRED: StatusFace = { token: 'planned', glyph: '○', label: 'Retired' };

const UNKNOWN: StatusFace = { token: 'unknown', glyph: '?', label: 'UNKNOWN' };

const FACES: ReadonlyMap<string, StatusFace> = new Map([
  ['green', { token: 'ok', glyph: '●', label: 'OK' }],
  ['amber', { token: 'amber', glyph: '▲', label: 'AMBER' }],
  ['red', { token: 'red', glyph: '✕', label: 'RED' }],
  ['unknown', UNKNOWN],
  ['', UNKNOWN],
]);

/**
 * The look of a level, of one that was planned if it is amber. A word that this page does not know is shown as it
 * is, as unknown and never as healthy.
 */
export function faceOf(level: string, planned = false): StatusFace {
  if (planned && level === 'amber') return PLANNED;
  return FACES.get(level) ?? { ...UNKNOWN, label: level };
}

/** The look of an answer of the checklist; undefined where the API does not ask. */
export function answerFace({ level, planned }: Answer): StatusFace | undefined {
  return level === undefined ? undefined : faceOf(level, planned);
}

const CALM: readonly FaceToken[] = ['ok', 'planned', 'muted'];

/** Whether it is neither well nor as planned: not known is trouble, too. */
export function isTrouble(face: StatusFace | undefined): boolean {
  return face !== undefined && !CALM.some((token) => token === face.token);
}

/** How a past status is told: what it was, in words that cannot be taken for the present. */
export function pastFaceOf(level: string): StatusFace {
  return { token: 'unknown', glyph: '?', label: `was ${level === '' ? 'unknown' : level}` };
}
