import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { Check } from 'fleet-core/rules/check/check-fleet';
import type { CheckOptions } from 'fleet-core/rules/check/check-options';
import { activeCount } from 'fleet-core/rules/check/expectations';
import { OLDEST_SEC } from '../api/oldness.ts';

type Figure = {
  readonly label: string;
  /** Null is written as `U`: not known is not zero. */
  readonly value: number | null;
  readonly unit?: 's';
  readonly warn?: string;
  readonly crit?: string;
  readonly max?: number;
};

/** The numbers behind a check as monitoring plugins write them: `'label'=value[unit];warn;crit;min;max`. */
export function perfdata(
  snapshot: FleetSnapshot,
  ageSec: number,
  check: Check,
  options: CheckOptions,
): string {
  return figuresOf(snapshot, ageSec, check, options).map(figureText).join(' ');
}

function figuresOf(
  snapshot: FleetSnapshot,
  ageSec: number,
  { issues }: Check,
  { max, expect }: CheckOptions,
): Figure[] {
  const { summary, bucket_coverage, delivery, projection_drift, site_activity } = snapshot;
  const counted = (severity: string) => issues.filter((issue) => issue.severity === severity).length;
  const expected = (count: number | undefined) =>
    count === undefined ? {} : { warn: max === 'green' ? `0:${count}` : '', crit: `${count}:` };
  return [
    { label: 'red_issues', value: counted('red'), crit: '0' },
    { label: 'amber_issues', value: counted('amber'), warn: max === 'green' ? '0' : '' },
    { label: 'monitors', value: activeCount(snapshot, 'monitors'), ...expected(expect.monitors) },
    { label: 'deliverers', value: activeCount(snapshot, 'deliverers'), ...expected(expect.deliverers) },
    { label: 'stale', value: summary.stale_processes },
    { label: 'covered_buckets', value: bucket_coverage.covered_buckets, max: bucket_coverage.bucket_total },
    { label: 'unchecked_buckets', value: site_activity.unchecked_buckets },
    { label: 'drift', value: projection_drift.count },
    { label: 'due', value: delivery.due_now },
    { label: 'oldest_due', value: oldestDue(snapshot), unit: 's' },
    { label: 'age', value: ageSec, unit: 's', crit: String(OLDEST_SEC) },
  ];
}

/** Nothing due has no age, and counts as none; what could not be read has none that is known. */
function oldestDue({ delivery: { due_now, oldest_due_age_sec } }: FleetSnapshot): number | null {
  return due_now === 0 ? 0 : oldest_due_age_sec;
}

function figureText({ label, value, unit, warn = '', crit = '', max }: Figure): string {
  const told = value === null ? 'U' : `${value}${unit ?? ''}`;
  return [`'${label}'=${told}`, warn, crit, '0', ...(max === undefined ? [] : [max])].join(';');
}
