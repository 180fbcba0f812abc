import * as z from 'zod/mini';
import { Step } from '../cause.ts';
import { CHECKLIST_CODES } from '../checklist.ts';
import { ISSUE_CODES } from '../issue.ts';
import { LEVELS } from '../level.ts';
import { openEnum } from '../scalars.ts';
import { NEXT_ACTION_CODES } from '../summary.ts';

/** What an issue code means, and what to do about it: the same table that the verdicts are made from. */
export const CodeMeaning = z.object({
  code: openEnum(ISSUE_CODES),
  /** The severities that it can have. */
  severities: z.array(openEnum(LEVELS)),
  /** Which question of the checklist it concerns. */
  question: openEnum(CHECKLIST_CODES),
  /** Whether `summary.status` counts it; `decision` counts every code. */
  in_summary: z.boolean(),
  can_be_planned: z.boolean(),
  /** Whether the plan may mute it; absent where an older API answers. */
  can_be_muted: z.optional(z.boolean()),
  /** What `summary.suggested_next_action_code` becomes when nothing more urgent is found, by severity. */
  // No record: each view of the page would load what reads one.
  next_actions: z.catchall(z.object({}), openEnum(NEXT_ACTION_CODES)),
  meaning: z.string(),
  likely_causes: z.array(z.string()),
  /** Each step in a line, its command at the end. */
  steps: z.array(z.string()),
  /** The same steps with their commands apart; none where an older API answers. */
  step_details: z._default(z.array(Step), []),
});
export type CodeMeaning = z.infer<typeof CodeMeaning>;

/** The answer of `/api/fleet/codes`, in the order in which issues of one severity are listed. */
export const CodeCatalogue = z.object({ schema_version: z.int(), codes: z.array(CodeMeaning) });
export type CodeCatalogue = z.infer<typeof CodeCatalogue>;
