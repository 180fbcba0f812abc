import type { GateLimit } from '../../contract/answers/gate.ts';
import type { ChecklistCode } from '../../contract/checklist.ts';

/** The process types whose number can be expected, by the word that an expectation uses. */
export const EXPECTED_TYPES = { monitors: 'monitor', deliverers: 'deliverer' } as const;
export type ExpectedType = keyof typeof EXPECTED_TYPES;

/** What a check shall count. */
export type CheckOptions = {
  /** The worst level that is still ok. */
  readonly max: GateLimit;
  /** What was planned or is muted does not count, as in the decision; else it counts as what it is. */
  readonly asPlanned: boolean;
  /** Only issues of these questions count, and only these must be known; all when empty. */
  readonly only: readonly ChecklistCode[];
  /** Issues of these codes do not count. What could not be read counts all the same. */
  readonly ignore: readonly string[];
  /** How many active processes there are to be: fewer is red, more is amber. */
  readonly expect: Readonly<Partial<Record<ExpectedType, number>>>;
};

/** Everything counts, and only green is ok. */
export const STRICT_CHECK: CheckOptions = {
  max: 'green',
  asPlanned: false,
  only: [],
  ignore: [],
  expect: {},
};
