/** How much of each kind a bench database holds. */
export type DataSet = {
  readonly sites: number;
  readonly endedEvents: number;
  /** Every site has the legacy status that its event asks for; else one in a hundred of those with an event has not. */
  readonly isInStep?: boolean;
  readonly processes: number;
  readonly webhooks: DeliveryCounts;
  readonly alerts: DeliveryCounts;
};

/** The rows of one delivery table. */
export type DeliveryCounts = {
  /** Rows that have ended, spread over 30 days. */
  readonly ended: number;
  readonly pending: number;
  /** How pending rows stand to their next attempt, dealt out in turn. */
  readonly nextAttempts: readonly NextAttempt[];
};

export type NextAttempt = 'past' | 'future' | 'none';

const FEW: DeliveryCounts = { ended: 1000, pending: 100, nextAttempts: ['past', 'future'] };

/** A large and busy fleet; `share` below 1 makes it smaller in proportion. */
export function dataSetA(share = 1): DataSet {
  return {
    sites: 1_000_000 * share,
    endedEvents: 300_000 * share,
    processes: 1000 * share,
    webhooks: { ended: 1_995_000 * share, pending: 5000 * share, nextAttempts: ['past', 'future'] },
    alerts: { ended: 1_000_000 * share, pending: 0, nextAttempts: ['past'] },
  };
}

/** A small fleet whose webhook queue has grown to a million. */
export function dataSetB(share = 1): DataSet {
  return {
    ...smallFleet({ sites: 10_000 }),
    webhooks: { ended: 1000, pending: 1_000_000 * share, nextAttempts: ['future', 'past', 'none'] },
  };
}

/** A fleet with little in its queues, for what depends on sites or processes alone. */
export function smallFleet({ sites = 1000, processes = 10 }): DataSet {
  return { sites, endedEvents: Math.round(sites * 0.3), processes, webhooks: FEW, alerts: FEW };
}

/** Buckets 0 … total − 1: the usual thousand, or one for each process where there are more. */
export function bucketTotalOf({ processes }: DataSet): number {
  return Math.max(1000, processes);
}
