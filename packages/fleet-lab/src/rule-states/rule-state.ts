import type { ChecklistCode, ChecklistStatus } from 'fleet-core/contract/checklist';
import type { DecisionCode } from 'fleet-core/contract/decision';
import type { IssueCode } from 'fleet-core/contract/issue';
import type { Level } from 'fleet-core/contract/level';
import type { StateWithPast } from '../state/state-with-past.ts';

/** An issue by its code, severity and subject. */
export type LabelledIssue = readonly [code: IssueCode, severity: Level, subject: string];

/** What a state must get. */
export type RuleVerdict = {
  readonly decision: DecisionCode;
  /** The issues of the added rules, in their order; no other may be raised by them. */
  readonly added: readonly LabelledIssue[];
  /** The questions of the checklist whose answer is not green. */
  readonly checklist: Readonly<Partial<Record<ChecklistCode, Exclude<ChecklistStatus, 'green'>>>>;
};

/** A state at a limit of one of the added rules, or just beside it. */
export type RuleState = StateWithPast & {
  /** The rule, as an operator would say it of this state. */
  readonly name: string;
  readonly expect: RuleVerdict;
};

/** What a fleet that is well gets. */
export const WELL: RuleVerdict = { decision: 'advance', added: [], checklist: {} };
