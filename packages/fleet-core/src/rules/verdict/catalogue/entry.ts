import type { ChecklistCode } from '../../../contract/checklist.ts';
import type { SubjectKind } from '../../../contract/subject.ts';
import type { NextActionCode } from '../../../contract/summary.ts';
import type { StepsFor } from '../steps.ts';

type Severity = 'red' | 'amber';

/** What issues of a code are about, and how several of them are spoken of. */
type About =
  | {
      readonly subject: Extract<SubjectKind, 'process' | 'host' | 'queue' | 'dependency' | 'session'>;
      /** As counted in a checklist row: one of them, and several. */
      readonly tally: readonly [one: string, several: string];
      /** What a crowd is said to be, after its number: `processes are silent`. */
      readonly crowd: string;
    }
  | { readonly subject: Extract<SubjectKind, 'buckets' | 'sites' | 'fleet'> };

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
  /** True for what complains of the plan itself: whoever could mute it can change the plan. */
  readonly neverMuted?: true;
} & About &
  (
    | { readonly inSummary: true; readonly nextActions: Readonly<Partial<Record<Severity, NextActionCode>>> }
    | { readonly inSummary: false; readonly severities: readonly Severity[] }
  );
