import type { RolloutSession } from 'fleet-core/contract/rollout';
import { formatBuckets } from '../../format/bucket-range.ts';

/** What has been begun through Jetmon's API, and what it said last. */
export function sessionText(session: RolloutSession): string {
  const { run_id, host_id, range, change_ref, operator, last_job } = session;
  const by = [change_ref, operator].filter((text) => text !== '').join(', ');
  const about = `Open rollout ${run_id}: ${formatBuckets(range)} for ${host_id}${by === '' ? '' : ` (${by})`}`;
  if (last_job === null) return `${about}, no job yet`;
  return `${about}, ${last_job.operation} ${last_job.status}: ${last_job.message}`;
}
