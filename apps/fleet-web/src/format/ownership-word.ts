import type { BucketCoverage } from 'fleet-core/contract/bucket-coverage';

/** The kind of ownership as people call it; a word that a newer API may send stays as it is. */
export function ownershipWord(mode: BucketCoverage['mode']): string {
  return mode === 'api_controlled' ? 'API-controlled' : mode;
}
