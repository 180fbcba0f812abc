import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { decisionLevel } from 'fleet-core/rules/check/decision-level';
import { verdictLines } from 'fleet-core/text/verdict-lines';
import { colourOf, paint } from '../terminal/colour.ts';
import { mark } from '../terminal/marks.ts';
import { wrap } from '../terminal/wrap.ts';
import type { Page } from './page.ts';

/** The decision, and of what it is told. */
export function verdictBlock(snapshot: FleetSnapshot, ageSec: number, page: Page): string[] {
  const level = decisionLevel(snapshot.decision.code) ?? 'unknown';
  const [verdict = '', ...about] = verdictLines(snapshot, { ageSec });
  return [
    `${mark(page, level)} ${paint(page, colourOf(level), wrap(verdict, page.width, '  '))}`,
    ...about.map((line) => `  ${paint(page, 'faint', wrap(line, page.width, '  '))}`),
  ];
}
