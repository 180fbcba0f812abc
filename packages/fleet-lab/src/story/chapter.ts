import type { Scenario } from '../scenarios/scenario.ts';

/** One part of the story: a scenario that is shown for a while, with what happened in between. */
export type Chapter = Scenario & {
  /** One or two sentences for the terminal, in the operator's words. */
  readonly narration: string;
  readonly durationSec: number;
};

/** The scenario for so long, and what is said of it. */
export function chapter(durationSec: number, scenario: Scenario, narration: string): Chapter {
  return { ...scenario, durationSec, narration };
}
