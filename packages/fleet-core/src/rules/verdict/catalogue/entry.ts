import type { ChecklistCode } from '../../../contract/checklist.ts';
import type { NextActionCode } from '../../../contract/summary.ts';
import type { StepsFor } from '../steps.ts';

type Severity = 'red' | 'amber';

/**
 * All that is to be known of an issue code. A code of the original dashboard names the next action that it leads to, for
 * each severity that it can have; a code of the added rules counts in `decision` and leaves `summary` as it was.
 */
export type CatalogueEntry = {
  /** Which question of the checklist it concerns. */
  readonly question: ChecklistCode;
  /** Two sentences: what is the matter, and what follows. */
  readonly meaning: string;
  readonly likelyCauses: readonly string[];
  readonly steps: StepsFor;
  /** True only for ownership that is amber by rule and may be what was planned. */
  readonly canBePlanned?: true;
} & (
  | { readonly inSummary: true; readonly nextActions: Readonly<Partial<Record<Severity, NextActionCode>>> }
  | { readonly inSummary: false; readonly severities: readonly Severity[] }
);
