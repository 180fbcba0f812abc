import { queryOptions } from '@tanstack/react-query';
import { type Moment, readMoment } from '../../clock/moment.ts';
import { fetchFleet } from '../fetch-fleet.ts';
import { type FleetFailure, FleetUnavailable } from '../fleet-failure.ts';
import { laterReading, type SnapshotReading, takeReading } from '../view/snapshot-reading.ts';
import { budgetMs, POLL_INTERVAL_MS, retryDelayMs } from './poll-schedule.ts';

/** Under what the snapshot is cached. */
export const FLEET_KEY = ['fleet'] as const;

/** A run of failed polls: the latest failure, since when polls fail, and when the next one is due. */
export class PollFailed extends Error {
  readonly failure: FleetFailure;
  readonly failingSince: Moment;
  readonly failures: number;
  readonly retryInMs: number;
  /** The last good snapshot that the failing API sent along, if any. */
  readonly past: SnapshotReading | null;

  constructor(cause: FleetUnavailable, at: Moment, before: PollFailed | null) {
    super(cause.message, { cause });
    this.name = 'PollFailed';
    this.failure = cause.failure;
    this.failingSince = before?.failingSince ?? at;
    this.failures = (before?.failures ?? 0) + 1;
    this.retryInMs = retryDelayMs(this.failures, Math.random());
    this.past = laterReading(before?.past ?? null, pastReading(cause.failure, at));
  }
}

function pastReading(failure: FleetFailure, received: Moment): SnapshotReading | null {
  return failure.kind === 'http' && failure.past !== null ? { ...failure.past, received } : null;
}

/** Polls the fleet: one request at a time, every 5 s, more seldom while it fails, at once on return to the page. */
export const fleetQuery = queryOptions<
  SnapshotReading | null,
  Error,
  SnapshotReading | null,
  typeof FLEET_KEY
>({
  queryKey: FLEET_KEY,
  queryFn: async ({ signal, client }) => {
    const before = client.getQueryState<SnapshotReading | null>(FLEET_KEY);
    const failed = before?.error instanceof PollFailed ? before.error : null;
    try {
      const held = before?.data ?? null;
      const known = held ?? failed?.past;
      const told = known?.snapshot.settings.request_timeout_ms;
      const answer = await fetchFleet(signal, budgetMs(told, failed?.failures ?? 0));
      return takeReading(answer, readMoment(), held);
    } catch (error) {
      if (!(error instanceof FleetUnavailable)) throw error;
      throw new PollFailed(error, readMoment(), failed);
    }
  },
  // With no data at all the library forgets the error whenever it asks again; with null it keeps it.
  initialData: null,
  staleTime: 0,
  // Looking for what is equal in two large snapshots costs more than drawing anew what a row shows.
  structuralSharing: false,
  retry: false,
  refetchInterval: ({ state }) =>
    state.error instanceof PollFailed ? state.error.retryInMs : POLL_INTERVAL_MS,
  refetchIntervalInBackground: true,
  refetchOnWindowFocus: 'always',
  refetchOnReconnect: 'always',
  networkMode: 'always',
});
