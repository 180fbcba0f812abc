import { DECISION_CODES, type DecisionCode } from '../../contract/decision.ts';
import type { Level } from '../../contract/level.ts';

const LEVEL_OF: Readonly<Record<DecisionCode, Level>> = {
  advance: 'green',
  advance_as_planned: 'green',
  hold: 'amber',
  stop: 'red',
};

/** The level that a decision stands for; null for a word that only a newer dashboard knows. */
export function decisionLevel(word: string): Level | null {
  const code = DECISION_CODES.find((known) => known === word);
  return code === undefined ? null : LEVEL_OF[code];
}

/** Whether the decision lets the next step be taken. */
export function isSafe(word: string): boolean {
  return decisionLevel(word) === 'green';
}
