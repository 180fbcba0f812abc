import * as z from 'zod/mini';
import { ISSUE_CODES } from './issue.ts';
import { LEVELS } from './level.ts';
import { Muted } from './muted.ts';
import { Count, Instant, openEnum } from './scalars.ts';
import { SUBJECT_KINDS } from './subject.ts';

/** Origins that several issues can have in common; any other cause carries the code of its first issue. */
export const JOINT_CAUSE_CODES = [
  'host_silent',
  'dependency_failing',
  'owner_row_missing',
  'deliveries_stuck',
  'clock_wrong',
  'bucket_total_missing',
] as const;
export const CAUSE_CODES = [...JOINT_CAUSE_CODES, ...ISSUE_CODES] as const;
export type CauseCode = (typeof CAUSE_CODES)[number];

export const COMMAND_KINDS = ['shell', 'sql'] as const;

/** One thing to do, with the host to do it on and the command where there is one. SQL only reads. */
export const Step = z.object({
  text: z.string(),
  on_host: z.optional(z.string()),
  command: z.optional(z.object({ kind: openEnum(COMMAND_KINDS), text: z.string() })),
});
export type Step = z.infer<typeof Step>;

/** What is wrong, once, whatever the number of issues that it shows in, and what to do about it. */
export const Cause = z.object({
  code: openEnum(CAUSE_CODES),
  severity: openEnum(LEVELS),
  /** True when it is no more than what was planned at this stage of the rollout. */
  planned: z.boolean(),
  /** When all in it that was not planned is muted: by whom, and until the first of it no longer is. */
  muted: z.optional(Muted),
  subject: z.object({ kind: openEnum(SUBJECT_KINDS), ids: z.array(z.string()) }),
  /** The hosts to look at, by name; none where no host is known, or an older API answers. */
  hosts: z._default(z.array(z.string()), []),
  /** A few words: who, and what is the matter. */
  title: z.string(),
  /** One sentence: who, what, by which limit, and what follows in buckets or deliveries. */
  headline: z.string(),
  facts: z.array(z.string()),
  /** Indexes into `summary.issue_details`; each issue belongs to one cause. */
  issue_refs: z.array(Count),
  since: z.optional(Instant),
  /** How many buckets are not watched, or watched twice, because of it. */
  buckets_affected: Count,
  steps: z.array(Step),
  /** The team's own page on this code, where one is configured. */
  runbook_url: z.optional(z.string()),
});
export type Cause = z.infer<typeof Cause>;
