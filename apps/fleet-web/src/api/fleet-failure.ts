import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';

/** The last good snapshot that a failing API still holds, and how old it was when the API answered. */
export type PastSnapshot = { readonly snapshot: FleetSnapshot; readonly ageSec: number };

/** Every way in which asking for the fleet can fail. */
export type FleetFailure =
  | { readonly kind: 'network' }
  | { readonly kind: 'timeout'; readonly afterSec: number }
  | {
      readonly kind: 'http';
      readonly status: number;
      readonly title: string;
      readonly request_id: string | null;
      readonly past: PastSnapshot | null;
    }
  /** A proxy, or the API, wants to know who is asking; it said so with this status. */
  | { readonly kind: 'signed_out'; readonly status: number }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'newer_contract'; readonly schema_version: number };

/** Thrown when the fleet could not be asked, or its answer not understood. */
export class FleetUnavailable extends Error {
  readonly failure: FleetFailure;

  constructor(failure: FleetFailure, cause?: unknown) {
    super(failureText(failure), { cause });
    this.name = 'FleetUnavailable';
    this.failure = failure;
  }
}

/** What failed, in one plain sentence without a full stop. */
export function failureText(failure: FleetFailure): string {
  switch (failure.kind) {
    case 'network':
      return 'The dashboard API cannot be reached';
    case 'timeout':
      return `The dashboard API gave no answer within ${failure.afterSec}s`;
    case 'http': {
      const request = failure.request_id === null ? '' : ` (request ${failure.request_id})`;
      return `The dashboard API answers HTTP ${failure.status}: ${failure.title}${request}`;
    }
    case 'signed_out':
      return `Something on the way to the dashboard wants you to sign in${failure.status > 0 ? ` (HTTP ${failure.status})` : ''}`;
    case 'unreadable':
      return 'The dashboard API gave an answer that this page cannot read';
    case 'newer_contract':
      return `The dashboard API speaks version ${failure.schema_version} of the snapshot, newer than this page; reload it`;
  }
}
