import type { BucketOwner } from '../contract/bucket-coverage.ts';

/** One row of dynamic bucket ownership as read, before any verdict. */
export type BucketOwnerRow = Readonly<
  Pick<BucketOwner, 'host_id' | 'bucket_min' | 'bucket_max' | 'status'>
> & {
  /** Null where the row holds the zero date. */
  readonly last_heartbeat_ms: number | null;
};
