import * as z from 'zod/mini';
import { Count } from '../../contract/scalars.ts';
import { TooManyRows } from '../readable-rows.ts';

/** How many drifting sites are named at most. */
export const MOST_SAMPLES = 100;

/** Of every 65,536 buckets a few each: more than this can only be a table that holds all kinds of nonsense. */
const MOST_GROUPS = 100_000;

/** Ends the statement that groups drift by bucket: one more than there may be, so that too many are noticed. */
export const LIMIT_GROUPS = `LIMIT ${MOST_GROUPS + 1}`;

/** Rejects what `LIMIT_GROUPS` has cut. */
export function allGroups<T>(groups: readonly T[]): readonly T[] {
  if (groups.length > MOST_GROUPS) throw new TooManyRows(`drift in more than ${MOST_GROUPS} groups`);
  return groups;
}

/** What a sampled row tells of its site, however it was found. */
export const SampledRow = z.object({
  site_id: z.string(),
  blog_id: z.string(),
  bucket_no: Count,
  site_status: z.int(),
});

/**
 * The statement that takes a few of the `rows`, of each kind in turn until there are enough, always the same ones. Rows
 * have site_id, blog_id, bucket_no and site_status; `kind` is what tells them apart else.
 */
export function sampleOf(rows: string, kind: string, buckets: readonly number[]): string {
  const isIn = buckets.length === 0 ? 'FALSE' : `bucket_no IN (${buckets.map(BigInt).join(',')})`;
  return `SELECT CAST(site_id AS CHAR) AS site_id, CAST(blog_id AS CHAR) AS blog_id, bucket_no, site_status, ${kind}
FROM (SELECT site_id, blog_id, bucket_no, site_status, ${kind},
  ROW_NUMBER() OVER (PARTITION BY ${kind}, site_status ORDER BY bucket_no, site_id) AS nth
  FROM ${rows} AND ${isIn}) AS numbered
ORDER BY nth, ${kind}, site_status
LIMIT ${MOST_SAMPLES}`;
}
