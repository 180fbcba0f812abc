import type { Process } from 'fleet-core/contract/process';
import { formatBuckets } from '../../../format/bucket-range.ts';
import { NOT_READ } from '../../../format/count.ts';
import { formatMegabytes } from '../../../format/memory.ts';

/** The buckets that a process holds, or a dash. */
export function bucketsText({ bucket_min, bucket_max }: Process): string {
  return bucket_min === null || bucket_max === null
    ? NOT_READ
    : formatBuckets({ min: bucket_min, max: bucket_max });
}

/** Resident memory where the process reports it, else what Go took from the system. */
export function memoryText({ rss_mem_mb, go_sys_mem_mb }: Process): { size: string; kind: string } {
  if (rss_mem_mb !== null && rss_mem_mb > 0) return { size: formatMegabytes(rss_mem_mb), kind: 'RSS' };
  return go_sys_mem_mb > 0
    ? { size: formatMegabytes(go_sys_mem_mb), kind: 'sys' }
    : { size: NOT_READ, kind: '' };
}

/** Whether a process delivers, and for which owner. */
export function deliveryText({ delivery_workers_enabled, delivery_owner_host }: Process): string {
  const owner = delivery_owner_host.trim();
  if (delivery_workers_enabled) return owner === '' ? 'on, no owner set' : `on, owner ${owner}`;
  return owner === '' ? NOT_READ : `off, owner ${owner}`;
}
