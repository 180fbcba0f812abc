import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { bucketsIn, subtractRanges } from '../ownership/bucket-ranges.ts';
import { isActiveMonitor, isMonitor } from '../processes/process-type.ts';
import { rangesText } from '../text/bucket-range-text.ts';
import { countText, numberText } from '../text/count-text.ts';
import { listText } from '../text/list-text.ts';
import { activateStep } from './activate-step.ts';
import type { StandingHost } from './rollout-hosts.ts';
import { knownStep, type NextStep, unknownHost, unknownStep } from './step-words.ts';

/** What "advance" means now, by the stage and by who is next in the order of the hosts. */
export function nextStep(hosts: readonly StandingHost[], fleet: JudgedFleet): NextStep {
  const because = whyUnknown(fleet);
  if (because !== null) return unknownStep(because);
  if (fleet.bucket_coverage.mode === 'api_controlled') return activateStep(hosts, fleet);
  const isPinned = fleet.bucket_coverage.mode === 'pinned';
  // One that runs no monitor is awaited where it is planned, or where its row is an owner's.
  const awaited = hosts.filter(
    ({ row }) => row.planned !== undefined || !RESTING.has(row.phase) || (!isPinned && row.range !== null),
  );
  const toPin = isPinned ? pinStep(awaited, fleet) : null;
  return toPin ?? convertStep(awaited, fleet);
}

const RESTING = new Set(['stopped', 'v1_or_absent']);

function whyUnknown({ bucket_coverage, unreadable_processes, processes }: JudgedFleet): string | null {
  const { code, mode, bucket_total } = bucket_coverage;
  if (code === 'query_failed') return 'bucket ownership could not be read';
  if (code === 'bucket_total_missing') return `BUCKET_TOTAL is ${bucket_total}`;
  if (unreadable_processes.length > 0) {
    const are = unreadable_processes.length === 1 ? 'the row of' : 'the rows of';
    return `${are} ${listText(unreadable_processes)} cannot be read`;
  }
  if (!processes.some(({ process }) => isMonitor(process))) return 'no monitor has reported';
  if (!processes.some(isActiveMonitor)) return 'no monitor is active';
  return mode === 'unknown' ? 'no active monitor says how it owns its buckets' : null;
}

/** The next range to pin; null when every one is. */
function pinStep(hosts: readonly StandingHost[], fleet: JudgedFleet): NextStep | null {
  const planned = hosts.filter(({ row }) => row.planned !== undefined);
  return planned.length > 0 ? pinPlanned(planned) : pinUncovered(hosts, fleet.bucket_coverage.bucket_total);
}

function pinPlanned(planned: readonly StandingHost[]): NextStep | null {
  const host = planned.find(({ row }) => row.phase !== 'pinned');
  if (host === undefined) return null;
  if (host.row.phase === 'unknown') return unknownHost(host);
  const pinned = planned.filter(({ row }) => row.phase === 'pinned').length;
  const done = `${pinned} of ${countText(planned.length, 'planned monitor')}`;
  const range = host.row.planned?.range ?? null;
  const where = range === null ? '' : `, ${rangesText([range])},`;
  return knownStep(
    `pin the next range${where} on ${host.row.host_id}: ${done} are pinned`,
    `${done} pinned`,
    {
      host_id: host.row.host_id,
      range,
      buckets: range === null ? null : bucketsIn([range]),
    },
  );
}

/** Without a plan nobody says where v1's ranges end: what lies after v2's last one. */
function pinUncovered(hosts: readonly StandingHost[], total: number): NextStep | null {
  const held = hosts.flatMap(({ row }) => (RESTING.has(row.phase) ? [] : (row.range ?? [])));
  const left = subtractRanges([{ min: 0, max: total - 1 }], held);
  const end = held.reduce((most, { max }) => Math.max(most, max), -1);
  const range = left.find(({ min }) => min > end) ?? left[0];
  if (range === undefined) return null;
  const done = `${numberText(total - bucketsIn(left))} of ${countText(total, 'bucket')}`;
  const whole = rangesText([range]);
  const advance = `pin the next range, within ${whole}: v2 has ${done}`;
  return knownStep(advance, `v2 has ${done}`, { host_id: null, range, buckets: bucketsIn([range]) });
}

/** The next host to take out of its pin, or to start; or that nothing is left to do. */
function convertStep(hosts: readonly StandingHost[], { bucket_coverage }: JudgedFleet): NextStep {
  const dynamic = hosts.filter(({ row }) => row.phase === 'dynamic').length;
  const progress = `${dynamic} of ${countText(hosts.length, 'monitor')} dynamic`;
  const isPinned = bucket_coverage.mode === 'pinned';
  const host =
    (isPinned ? hosts.find(({ row }) => row.phase === 'unknown') : undefined) ??
    hosts.find(({ row }) => row.phase !== 'dynamic');
  if (host === undefined)
    return knownStep('every monitor is dynamic: nothing is left to convert', progress, null);
  if (host.row.phase === 'unknown') return unknownHost(host);
  const { host_id, phase, range: held, planned } = host.row;
  const range = held ?? planned?.range ?? null;
  const next = { host_id, range, buckets: range === null ? null : bucketsIn([range]) };
  const done = `${dynamic} of ${hosts.length} are dynamic`;
  if (phase !== 'pinned') {
    const monitor =
      phase === 'standby'
        ? `take the monitor of ${host_id} out of standby`
        : `start the monitor of ${host_id}`;
    const start =
      held === null
        ? `${monitor}${inBrackets(range)}`
        : `${monitor}, which holds ${rangesText([held])}, or free its row`;
    return knownStep(`${start}: ${done}`, progress, next);
  }
  const every = bucket_coverage.gaps.length === 0 ? 'every bucket' : 'every planned range';
  const advance = isPinned
    ? `take ${host_id}${inBrackets(range)} out of its pin: ${every} is pinned, and no monitor is dynamic yet`
    : `unpin ${host_id}${inBrackets(range)}: ${done}`;
  return knownStep(advance, progress, next);
}

function inBrackets(range: BucketRange | null): string {
  return range === null ? '' : ` (${rangesText([range])})`;
}
