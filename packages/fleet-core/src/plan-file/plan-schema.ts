import * as z from 'zod/mini';
import { ISSUE_CODES, type IssueCode } from '../contract/issue.ts';
import { PLAN_STAGES } from '../contract/plan.ts';
import { inOurForm } from '../domain/instant.ts';

const LONGEST_TEXT = 200;

const Text = z
  .string('must be a text')
  .check(
    z.trim(),
    z.minLength(1, 'must not be empty'),
    z.maxLength(LONGEST_TEXT, `is longer than ${LONGEST_TEXT} characters`),
  );
const Bucket = z.int('must be a whole number').check(z.nonnegative('must not be negative'));

/** Any offset from UTC will do. */
const Instant = z.pipe(
  z.pipe(
    z.string('must be a text such as "2026-04-30T14:00:00Z"'),
    z.transform((text) => inOurForm(text)),
  ),
  z.string('must be an instant such as "2026-04-30T14:00:00Z"'),
);

function listOf<Item extends z.core.$ZodType>(item: Item) {
  return z._default(z.array(item, 'must be a list'), []);
}

function oneOf<const Words extends readonly string[]>(words: Words) {
  return z.enum(words, `must be one of ${words.join(', ')}`);
}

const Monitor = z.strictObject(
  { host_id: Text, bucket_min: z.nullish(Bucket), bucket_max: z.nullish(Bucket) },
  'must be an object',
);

const Mute = z.strictObject(
  {
    code: z.custom<IssueCode>((code) => ISSUE_CODES.some((known) => known === code), 'must be an issue code'),
    subject: z.nullish(Text),
    until: Instant,
    reason: Text,
    by: Text,
  },
  'must be an object',
);

/** The plan file, each part of it by itself. */
export const PlanFile = z.strictObject(
  {
    stage: z.nullish(oneOf(PLAN_STAGES)),
    monitors: listOf(Monitor),
    deliverers: listOf(Text),
    retired: listOf(Text),
    muted: listOf(Mute),
  },
  'must be an object',
);
export type PlanFile = z.infer<typeof PlanFile>;
