import type { BucketCoverage } from 'fleet-core/contract/bucket-coverage';

/** Faults have the colour of the API's verdict; a healthy or unknown one leaves them violet. */
export function toneOf({ status }: BucketCoverage): string {
  return status === 'red' || status === 'amber' ? status : 'unknown';
}
