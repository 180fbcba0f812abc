import type { DecisionCode } from '../contract/decision.ts';

const WORDS: Readonly<Record<DecisionCode, string>> = {
  advance: 'GREEN',
  advance_as_planned: 'AS PLANNED',
  hold: 'AMBER',
  stop: 'RED',
};

const words: ReadonlyMap<string, string> = new Map(Object.entries(WORDS));

/** A decision as one loud word; one that only a newer API knows is told by its code. */
export function decisionWord(code: string): string {
  return words.get(code) ?? stateWord(code);
}

/** A level, or the answer to a question, as one loud word. */
export function stateWord(status: string, planned = false): string {
  if (planned) return 'AS PLANNED';
  return status === '' ? 'UNKNOWN' : status.toUpperCase();
}
