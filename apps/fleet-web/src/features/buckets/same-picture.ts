import type { BucketCoverage, BucketOwner } from 'fleet-core/contract/bucket-coverage';

/** Whether two readings of the ownership make the same picture. */
export function isSamePicture(one: BucketCoverage, other: BucketCoverage): boolean {
  return (
    one.hosts.length === other.hosts.length &&
    one.hosts.every((owner, index) => isSameOwner(owner, other.hosts[index])) &&
    JSON.stringify({ ...one, hosts: [] }) === JSON.stringify({ ...other, hosts: [] })
  );
}

/** In all that the pictures show of an owner: not in its heartbeat, which is another one in every snapshot. */
function isSameOwner(one: BucketOwner, other: BucketOwner | undefined): boolean {
  // Each field by its name: gone through by a list of names, thousands of owners cost ten times as much.
  return (
    other !== undefined &&
    one.host_id === other.host_id &&
    one.bucket_min === other.bucket_min &&
    one.bucket_max === other.bucket_max &&
    one.status === other.status &&
    one.stale === other.stale
  );
}
