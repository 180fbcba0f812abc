import * as z from 'zod/mini';
import { CHECKLIST_CODES } from './checklist.ts';
import { ISSUE_CODES } from './issue.ts';
import { LEVELS } from './level.ts';
import { openEnum } from './scalars.ts';
import { NEXT_ACTION_CODES } from './summary.ts';

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
  /** What `summary.suggested_next_action_code` becomes when nothing more urgent is found, by severity. */
  next_actions: z.record(z.string(), openEnum(NEXT_ACTION_CODES)),
  meaning: z.string(),
  likely_causes: z.array(z.string()),
  steps: z.array(z.string()),
});
export type CodeMeaning = z.infer<typeof CodeMeaning>;

/** The answer of `/api/fleet/codes`, in the order in which issues of one severity are listed. */
export const CodeCatalogue = z.object({ schema_version: z.int(), codes: z.array(CodeMeaning) });
export type CodeCatalogue = z.infer<typeof CodeCatalogue>;
