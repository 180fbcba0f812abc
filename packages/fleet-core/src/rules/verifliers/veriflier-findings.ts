import type { Closed } from '../../contract/scalars.ts';
import type { Verifliers } from '../../contract/verifliers.ts';
import { fromInstant } from '../../domain/instant.ts';
import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { numberText } from '../text/count-text.ts';
import { listText } from '../text/list-text.ts';

/** What is wrong with the verifliers, once: the worst of it. */
export function veriflierFindings({ verifliers, thresholds }: JudgedFleet): Finding[] {
  if (verifliers === null || verifliers.status === 'green') return [];
  const { status, message } = verifliers;
  const title = titleOf(verifliers);
  const count = concerned(verifliers);
  const sinceMs = silentSince(verifliers, thresholds.heartbeat_grace_sec);
  return [
    finding(status, 'verifliers', title, `verifliers: ${message}`, {
      headline: message,
      ...(count === null ? {} : { count }),
      ...(sinceMs === undefined ? {} : { sinceMs }),
    }),
  ];
}

/** Who or what, and the matter with it, in as few words as there are. */
function titleOf({ code, message, vantages, agents }: Closed<Verifliers>): string {
  switch (code) {
    case 'no_usable_vantage':
      return 'no veriflier vantage is usable';
    case 'incomplete_vantages':
      return titleOfSome(
        vantages.filter((vantage) => vantage.enabled && !vantage.usable),
        ({ vantage_id, faults }) => `veriflier vantage ${vantage_id} has ${listText(faults)}`,
        'enabled veriflier vantages are incomplete',
      );
    case 'no_fresh_agent':
      return 'no veriflier agent is fresh';
    case 'stale_agents':
      return titleOfSome(
        agents.filter((agent) => agent.stale),
        ({ agent_id }) => `veriflier agent ${agent_id} is silent`,
        'veriflier agents are silent',
      );
    default:
      return message;
  }
}

function titleOfSome<Item>(items: readonly Item[], oneText: (item: Item) => string, many: string): string {
  const [one, ...others] = items;
  return one !== undefined && others.length === 0 ? oneText(one) : `${numberText(items.length)} ${many}`;
}

/** How many vantages or agents it is about. */
function concerned(verifliers: Closed<Verifliers>): number | null {
  switch (verifliers.code) {
    case 'incomplete_vantages':
      return verifliers.incomplete_vantages;
    case 'duplicate_endpoints':
      return verifliers.duplicate_endpoints;
    case 'stale_agents':
      return verifliers.stale_agents;
    default:
      return null;
  }
}

/** Since the first agent has been silent; since the last one has, when none is fresh. */
function silentSince({ code, agents }: Closed<Verifliers>, graceSec: number): number | undefined {
  if (code !== 'stale_agents' && code !== 'no_fresh_agent') return undefined;
  const stale = agents.filter((agent) => agent.stale);
  const seenMs = stale.flatMap(({ last_seen }) => (last_seen === null ? [] : fromInstant(last_seen)));
  if (seenMs.length === 0 || (code === 'stale_agents' && seenMs.length < stale.length)) return undefined;
  return (code === 'stale_agents' ? Math.min(...seenMs) : Math.max(...seenMs)) + graceSec * 1000;
}
