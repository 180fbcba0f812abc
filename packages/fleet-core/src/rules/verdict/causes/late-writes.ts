import type { JudgedFleet } from '../../judged-fleet.ts';
import { isLate } from '../../processes/heartbeat-findings.ts';
import { countText } from '../../text/count-text.ts';
import { durationText } from '../../text/duration-text.ts';
import { replicaText } from '../../text/replica-text.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import { serviceOf } from '../steps.ts';
import type { Join } from './draft.ts';

/** All heartbeats late at once: it is not the processes. */
export const joinLateWrites: Join = (pool, fleet) => {
  const active = fleet.in_service.filter((judged) => judged.active);
  if (active.length < 2 || !active.every((judged) => isLate(judged, fleet))) return [];
  const findings = pool.take('heartbeat_late');
  const newestSec = Math.min(...active.flatMap(({ process }) => process.last_heartbeat_age_sec ?? []));
  return [
    {
      code: 'heartbeat_late',
      kind: 'fleet',
      ids: [],
      title: 'all heartbeats are late',
      headline: `All ${countText(active.length, 'heartbeat')} are late, the newest ${durationText(newestSec)} old: ${originText(fleet)}`,
      facts: [...replicaFacts(fleet), ...findings.map((found) => found.message)],
      findings,
      ranges: [],
      about: { hosts: active.map(({ process }) => process.host_id), service: serviceOf(active) },
      steps: CATALOGUE.heartbeat_late.steps,
    },
  ];
};

/** Whoever follows no other, or closely, shows what is written as it is written. */
function originText({ readings: { replica_lag }, thresholds }: JudgedFleet): string {
  const stopped = 'writes to the database have stopped';
  switch (replica_lag?.kind) {
    case 'none':
      return stopped;
    case 'stopped':
      return replicaText(replica_lag);
    case 'known':
      return replica_lag.lag_sec > thresholds.heartbeat_late_sec ? replicaText(replica_lag) : stopped;
    default:
      return `${stopped}, or this is a replica that lags`;
  }
}

function replicaFacts({ readings: { replica_lag } }: JudgedFleet): string[] {
  return replica_lag === undefined ? [] : [replicaText(replica_lag)];
}
