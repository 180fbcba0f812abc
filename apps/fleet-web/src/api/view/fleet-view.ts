import type { Moment } from '../../clock/moment.ts';
import { type FleetFailure, failureText } from '../fleet-failure.ts';
import { PollFailed } from '../polling/fleet-query.ts';
import { ageOfReading, laterReading, type SnapshotReading } from './snapshot-reading.ts';

/** Past this age the last good answer says nothing about the present, even when no poll has failed. */
export const TOO_OLD_SEC = 30;

/** Why the page cannot see the fleet. `silent`: no poll has failed, yet none has brought anything new; `paused`: none was made. */
export type NoDataReason =
  | { readonly kind: 'failed'; readonly failure: FleetFailure }
  | { readonly kind: 'silent' }
  | { readonly kind: 'paused' };

/** What the page is: still waiting, showing the fleet as it is, or unable to see it. */
export type FleetView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'live'; readonly reading: SnapshotReading }
  | {
      readonly kind: 'noData';
      /** The last good snapshot, or null when there never was one. */
      readonly reading: SnapshotReading | null;
      readonly reason: NoDataReason;
      /** Since when polls fail; null when none has failed. */
      readonly since: Moment | null;
    };

/** What is known of polling: the last good reading and, while polls fail, the failure. */
export type PollState = {
  readonly data: SnapshotReading | null;
  readonly error: Error | null;
  readonly paused?: boolean;
};

/** Decides what the page is at `now`. A failed poll is NO DATA, whatever the last good verdict was. */
export function fleetView({ data, error, paused }: PollState, now: Moment): FleetView {
  if (error !== null) return failedView(data, error);
  if (data === null) return { kind: 'loading' };
  if (ageOfReading(data, now) > TOO_OLD_SEC) {
    return { kind: 'noData', reading: data, reason: { kind: paused ? 'paused' : 'silent' }, since: null };
  }
  return { kind: 'live', reading: data };
}

function failedView(held: SnapshotReading | null, error: Error): FleetView {
  if (!(error instanceof PollFailed)) {
    const failure = { kind: 'unreadable' } as const;
    return { kind: 'noData', reading: held, reason: { kind: 'failed', failure }, since: null };
  }
  const { failure, failingSince, past } = error;
  return {
    kind: 'noData',
    reading: laterReading(held, past),
    reason: { kind: 'failed', failure },
    since: failingSince,
  };
}

/** Whether what is missing is no more than that somebody signs in. */
export function isSignedOut(reason: NoDataReason): boolean {
  return reason.kind === 'failed' && reason.failure.kind === 'signed_out';
}

/** The reason in one plain sentence without a full stop. */
export function reasonText(reason: NoDataReason): string {
  switch (reason.kind) {
    case 'failed':
      return failureText(reason.failure);
    case 'silent':
      return 'The dashboard API has sent nothing new; asking again';
    case 'paused':
      return 'Polling is paused, so nothing is known of the present; press p to go on';
  }
}
