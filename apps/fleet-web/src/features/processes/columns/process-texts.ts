import type { Process } from 'fleet-core/contract/process';
import { formatBuckets } from '../../../format/bucket-range.ts';
import { NOT_READ } from '../../../format/count.ts';

/** The buckets that a process holds, or a dash. */
export function bucketsText({ bucket_min, bucket_max }: Process): string {
  return bucket_min === null || bucket_max === null
    ? NOT_READ
    : formatBuckets({ min: bucket_min, max: bucket_max });
}

/** Whether a process delivers, and for which owner. */
export function deliveryText({ delivery_workers_enabled, delivery_owner_host }: Process): string {
  const owner = delivery_owner_host.trim();
  if (delivery_workers_enabled) return owner === '' ? 'on, no owner set' : `on, owner ${owner}`;
  return owner === '' ? NOT_READ : `off, owner ${owner}`;
}

/** What a process was built from, and by which number its host knows it. */
export function buildText({ build_date, go_version, pid }: Process): string {
  return `build ${build_date || '?'} · ${go_version || 'go ?'} · pid ${pid}`;
}
