import type { Limits } from '../contract/fleet-snapshot.ts';

/** What the rules judge by: how many buckets the fleet has, 0 to total − 1, and the limits that the snapshot tells. */
export type Thresholds = Readonly<Limits> & { readonly bucket_total: number };
