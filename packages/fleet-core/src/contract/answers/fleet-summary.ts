import * as z from 'zod/mini';
import { Cause } from '../cause.ts';
import { Decision } from '../decision.ts';
import { ServedBy, Source } from '../fleet-snapshot.ts';
import { Count, Instant, openEnum } from '../scalars.ts';
import { SUBJECT_KINDS } from '../subject.ts';

/** A cause without its facts and steps; of many subjects the first, and how many more. */
export const CauseInShort = z.object({
  ...z.pick(Cause, { code: true, severity: true, planned: true, muted: true }).shape,
  subject: z.object({ kind: openEnum(SUBJECT_KINDS), ids: z.array(z.string()), more_ids: Count }),
  ...z.pick(Cause, { title: true, headline: true, since: true, buckets_affected: true }).shape,
});
export type CauseInShort = z.infer<typeof CauseInShort>;

/** The answer of `/api/fleet/summary`: the snapshot's verdict in a few KB, however large the fleet. */
export const FleetSummary = z.object({
  schema_version: z.int(),
  generated_at: Instant,
  decision: Decision,
  /** The most urgent. */
  causes: z.array(CauseInShort),
  /** How many causes there are beside these. */
  more_causes: Count,
  sources: z.array(Source),
  served_by: ServedBy,
});
export type FleetSummary = z.infer<typeof FleetSummary>;
