import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import { ISSUE_CODES } from '../../contract/issue.ts';

/** Issues that the labelled states know nothing of. */
const UNLABELLED = new Set<string>(ISSUE_CODES.slice(ISSUE_CODES.indexOf('pinned_overlap')));

/** A snapshot in the form of a labelled state's `expect`: codes instead of sentences, nothing it does not label. */
export function labelledView(snapshot: FleetSnapshot): unknown {
  const { summary, bucket_coverage, delivery, projection_drift } = snapshot;
  const {
    since: _,
    message,
    suggested_next_action,
    suggested_next_action_code,
    issues,
    issue_details,
    ...counts
  } = summary;
  const { since, error, posture, ...queues } = delivery;
  const tables = queues.tables.map(({ trend, ...table }) => table);
  const { message: postureMessage, ...labelledPosture } = posture;
  const { status, mode, code, bucket_total, host_count, hosts } = bucket_coverage;
  return withoutNulls({
    summary: {
      ...counts,
      next_action_code: suggested_next_action_code,
      issue_codes: issue_details
        .filter((issue) => !UNLABELLED.has(issue.code))
        .map((issue) => [issue.code, issue.subject]),
    },
    processes: snapshot.processes.map(({ started_at, updated_at, created_at, ...process }) => ({
      ...Object.fromEntries(Object.entries(process).filter(([column]) => !isLaterColumn(column))),
      dependency_health: process.dependency_health.map(({ checked_at, ...entry }) => entry),
    })),
    process_counts: snapshot.process_counts,
    bucket_coverage: {
      status,
      mode,
      code,
      bucket_total,
      host_count,
      hosts: hosts.map(({ last_heartbeat, ...host }) => host),
    },
    delivery: { ...queues, tables, posture: labelledPosture },
    projection_drift: { status: projection_drift.status, count: projection_drift.count },
    dependencies: snapshot.dependencies,
  });
}

/** What processes report of their own run, which the databases of the labelled states do not hold. */
function isLaterColumn(column: string): boolean {
  return column === 'rss_mem_mb' || column.startsWith('runtime_');
}

/** The sentences that a labelled state's `texts` hold, by where they stand in the snapshot. */
export function labelledTexts({ summary, bucket_coverage, delivery }: FleetSnapshot): unknown {
  return {
    'summary.message': summary.message,
    'summary.suggested_next_action': summary.suggested_next_action,
    'summary.issues': summary.issues,
    'bucket_coverage.error': bucket_coverage.error,
    'delivery.posture.message': delivery.posture.message,
  };
}

/** The same value with every null or undefined field left out, since a label's null means absent. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const present = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return Object.fromEntries(present.map(([name, field]) => [name, withoutNulls(field)]));
}

/** `actual` with each age that differs from the expected one by no more than the tolerance set to the expected. */
export function alignAges(actual: unknown, expected: unknown, toleranceSec: number, field = ''): unknown {
  if (typeof actual === 'number' && typeof expected === 'number' && field.endsWith('_age_sec')) {
    return Math.abs(actual - expected) <= toleranceSec ? expected : actual;
  }
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return actual.map((item, i) => alignAges(item, expected[i], toleranceSec));
  }
  if (typeof actual !== 'object' || actual === null || typeof expected !== 'object' || expected === null) {
    return actual;
  }
  const wanted = new Map(Object.entries(expected));
  return Object.fromEntries(
    Object.entries(actual).map(([name, value]) => [
      name,
      alignAges(value, wanted.get(name), toleranceSec, name),
    ]),
  );
}
