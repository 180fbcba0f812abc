import type { MetricFamily, MetricSample } from 'fleet-core/metrics/metric-family';
import { toDatabaseFailure } from '../database/database-failure.ts';

/** What this process has done since it started, counted. */
export type Tallies = {
  /** One read of a source has ended, with this error where it failed. */
  read(source: string, error?: unknown): void;
  /** A snapshot was asked for: one was there, or it had to be waited for. */
  asked(from: 'memory' | 'read'): void;
  /** A request was answered with this status, or not at all. Only listed routes, so that they are few. */
  answered(route: string, status: number | null): void;
  families(): MetricFamily[];
};

/** What became of tokens that let nobody in. */
export type TokenCounts = { readonly wrong: number; readonly paused: number };

export function createTallies(tokens: () => TokenCounts): Tallies {
  const reads = createTally(['source']);
  const failures = createTally(['source', 'class']);
  const asked = createTally(['from']);
  const answers = createTally(['route', 'status']);
  return {
    read(source, error) {
      reads.add(source);
      if (error !== undefined) failures.add(source, toDatabaseFailure(error).failureClass);
    },
    asked: (from) => asked.add(from),
    answered: (route, status) => answers.add(route, status === null ? 'none' : String(status)),
    families: () => [
      {
        name: 'fleet_reads_total',
        help: 'Reads of the database that ended, by what was read; snapshot stands for all of one look together.',
        kind: 'counter',
        samples: reads.samples(),
      },
      {
        name: 'fleet_read_failures_total',
        help: 'Those of fleet_reads_total that failed, by the class of the failure.',
        kind: 'counter',
        samples: failures.samples(),
      },
      {
        name: 'fleet_snapshot_requests_total',
        help: 'How often a snapshot was asked for, by whether one was in memory or a read had to be waited for.',
        kind: 'counter',
        samples: asked.samples(),
      },
      {
        name: 'fleet_http_requests_total',
        help: 'Requests by route and status; none where the client left before there was one.',
        kind: 'counter',
        samples: answers.samples(),
      },
      {
        name: 'fleet_tokens_refused_total',
        help: 'Tokens that let nobody in: wrong ones, and those not looked at since too many had been wrong (paused).',
        kind: 'counter',
        samples: Object.entries(tokens()).map(([reason, value]) => ({ labels: { reason }, value })),
      },
    ],
  };
}

type Tally = { add(...values: string[]): void; samples(): MetricSample[] };

function createTally(names: readonly string[]): Tally {
  const counts = new Map<string, { readonly values: readonly string[]; count: number }>();
  return {
    add(...values) {
      const key = values.join(' ');
      const counted = counts.get(key);
      if (counted === undefined) counts.set(key, { values, count: 1 });
      else counted.count += 1;
    },
    samples: () =>
      [...counts.values()].map(({ values, count }) => ({
        labels: Object.fromEntries(names.map((name, i) => [name, values[i] ?? ''])),
        value: count,
      })),
  };
}
