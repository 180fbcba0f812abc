import type { Rollout } from '../../contract/rollout.ts';
import type { Closed } from '../../contract/scalars.ts';

type Told = Pick<Closed<Rollout>, 'stage' | 'planned_stage' | 'hosts' | 'sessions' | 'next'>;

/**
 * Whether anything is being rolled out: a range, a version, or a plan that is not yet there. A host that is silent or has
 * stopped is no step of a rollout. Null where it is not known how buckets are owned.
 */
export function isUnderWay({ stage, planned_stage, hosts, sessions, next }: Told): boolean | null {
  if (stage === 'unknown') return null;
  if (stage === 'pinned' || stage === 'mixed') return true;
  if (sessions.length > 0 || (planned_stage !== null && planned_stage !== stage)) return true;
  if (stage === 'api_controlled' && next !== null) return true;
  return runsSeveralVersions(hosts) || hosts.some(isBetween);
}

/** Of those at work: which one a silent or stopped host would run is no question of now. */
function runsSeveralVersions(hosts: Told['hosts']): boolean {
  const first = hosts.find(({ phase }) => AT_WORK.has(phase));
  return hosts.some(({ phase, version }) => AT_WORK.has(phase) && version !== first?.version);
}

const AT_WORK = new Set(['standby', 'active', 'pinned', 'dynamic']);

function isBetween({ phase, planned }: Told['hosts'][number]): boolean {
  if (phase === 'standby' || phase === 'pinned') return true;
  return planned !== undefined && (planned.same === false || phase === 'v1_or_absent');
}
