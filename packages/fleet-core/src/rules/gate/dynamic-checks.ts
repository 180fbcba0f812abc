import type { GateCheck } from '../../contract/answers/gate.ts';
import type { BucketCoverageCode } from '../../contract/bucket-coverage.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Rollout, RolloutHost, RolloutPhase } from '../../contract/rollout.ts';
import type { Closed } from '../../contract/scalars.ts';
import { countText, numberText } from '../text/count-text.ts';
import { listText } from '../text/list-text.ts';
import { decideCheck, unknown } from './gate-check.ts';
import { issueMessages } from './issue-messages.ts';

type Snapshot = Closed<FleetSnapshot>;

/** Whether the rollout is done: every monitor dynamic, nobody pinned, every bucket owned once by somebody who is there. */
export function dynamicChecks(snapshot: Snapshot): Closed<GateCheck>[] {
  return [allDynamicCheck(snapshot), nobodyPinnedCheck(snapshot), everyBucketOnceCheck(snapshot)];
}

const NOT_TOLD = 'how far the rollout has come is not known';

function allDynamicCheck(snapshot: Snapshot): Closed<GateCheck> {
  const { rollout } = snapshot;
  if (rollout === null) return unknown('all_dynamic', NOT_TOLD);
  // One that runs no monitor is awaited where it is planned, or where its row is an owner's.
  const isAwaited = (host: Closed<RolloutHost>) => host.planned !== undefined || host.range !== null;
  const others = [
    ...phaseText('pinned', inPhase(rollout, 'pinned')),
    ...phaseText('in standby', inPhase(rollout, 'standby')),
    ...phaseText('API-controlled', inPhase(rollout, 'active')),
    ...phaseText('stopped', inPhase(rollout, 'stopped').filter(isAwaited)),
    ...phaseText('without a monitor', inPhase(rollout, 'v1_or_absent').filter(isAwaited)),
  ];
  const notKnown = [
    ...unknownHosts(snapshot),
    ...issueMessages(snapshot, ['heartbeat_in_future', 'heartbeat_frozen']),
  ];
  const { dynamic } = rollout.counts;
  const none = dynamic === 0 && notKnown.length === 0 ? ['no monitor is dynamic'] : [];
  return decideCheck('all_dynamic', {
    wrong: others.length > 0 ? others : none,
    notKnown,
    well: dynamic === 1 ? 'the only monitor is dynamic' : `all ${numberText(dynamic)} monitors are dynamic`,
  });
}

function inPhase({ hosts }: Closed<Rollout>, phase: RolloutPhase): Closed<RolloutHost>[] {
  return hosts.filter((host) => host.phase === phase);
}

function phaseText(phase: string, hosts: readonly Closed<RolloutHost>[]): string[] {
  return hosts.length === 0 ? [] : [`${phase}: ${listText(hosts.map(({ host_id }) => host_id))}`];
}

function unknownHosts(snapshot: Snapshot): string[] {
  const hosts = snapshot.rollout === null ? [] : inPhase(snapshot.rollout, 'unknown');
  return [...phaseText('not known', hosts), ...issueMessages(snapshot, ['process_row_unreadable'])];
}

function nobodyPinnedCheck(snapshot: Snapshot): Closed<GateCheck> {
  const { rollout } = snapshot;
  if (rollout === null) return unknown('nobody_pinned', NOT_TOLD);
  return decideCheck('nobody_pinned', {
    wrong: phaseText('pinned', inPhase(rollout, 'pinned')),
    notKnown: unknownHosts(snapshot),
    well: 'no monitor is pinned',
  });
}

const NOT_READ: readonly BucketCoverageCode[] = ['query_failed', 'bucket_total_missing'];

function everyBucketOnceCheck(snapshot: Snapshot): Closed<GateCheck> {
  const { code, error = code, bucket_total } = snapshot.bucket_coverage;
  if (NOT_READ.includes(code)) return unknown('owned_once', error);
  return decideCheck('owned_once', {
    wrong: [...(code === 'ok' ? [] : [error]), ...issueMessages(snapshot, ['range_mismatch'])],
    notKnown: issueMessages(snapshot, ['bucket_owner_row_unreadable', 'owner_heartbeat_in_future']),
    well: `each of ${countText(bucket_total, 'bucket')} is owned once, by an active owner`,
  });
}
