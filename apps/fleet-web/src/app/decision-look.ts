import type { Decision, DecisionCode } from 'fleet-core/contract/decision';
import { faceOf, MUTED, PLANNED, type StatusFace } from '../components/status-face.ts';

/** How a decision is shown, and how it is told once it is past, in words that cannot be taken for the present. */
type Look = { readonly face: StatusFace; readonly past: string };

const LOOKS: Readonly<Record<DecisionCode, Look>> = {
  advance: { face: faceOf('green'), past: 'GREEN' },
  advance_as_planned: { face: PLANNED, past: 'AS PLANNED' },
  hold: { face: faceOf('amber'), past: 'AMBER' },
  stop: { face: faceOf('red'), past: 'RED' },
};

const looks: ReadonlyMap<string, Look> = new Map(Object.entries(LOOKS));

/**
 * The look of a decision; one that only a newer API knows is shown by its code, and never as healthy. What is well only
 * because somebody has muted the rest is not as planned, and says so.
 */
export function lookOf({
  code,
  muted_count = 0,
}: Pick<Decision, 'muted_count'> & { readonly code: string }): Look {
  if (code === 'advance_as_planned' && muted_count > 0) return { face: MUTED, past: 'MUTED' };
  const label = code || 'UNKNOWN';
  return looks.get(code) ?? { face: { token: 'unknown', glyph: '?', label }, past: label };
}
