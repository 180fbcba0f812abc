import type { Rollout, RolloutHost } from 'fleet-core/contract/rollout';

/** Hosts that stand side by side on the rail and are alike; one that stands alone is a stop of its own. */
export type RailStop = { readonly hosts: readonly [RolloutHost, ...RolloutHost[]] };

/** Up to here every host is a stop of its own. */
export const MOST_SINGLE = 24;
/** More runs of hosts than this are put together by what they are, wherever they stand. */
export const MOST_RUNS = 24;

type Asked = { readonly hosts: readonly RolloutHost[]; readonly next: Rollout['next'] };

/**
 * The hosts as stops, in the API's order. Of many, those that are alike are one stop; the next one, and one that holds
 * another range than planned, always stand alone.
 */
export function railStops({ hosts, next }: Asked): RailStop[] {
  if (hosts.length <= MOST_SINGLE) return hosts.map((host) => ({ hosts: [host] }));
  const kindOf = (host: RolloutHost) =>
    host.host_id === next?.host_id || host.planned?.same === false
      ? `alone ${host.host_id}`
      : `${host.phase} ${host.version}`;
  const runs = joined(hosts, kindOf, (kind, before) => kind === before);
  return runs.length <= MOST_RUNS ? runs : joined(hosts, kindOf, () => true);
}

/** Puts each host to the last stop of its kind, if `mayJoin` lets it: `before` is the kind of the host before it. */
function joined(
  hosts: readonly RolloutHost[],
  kindOf: (host: RolloutHost) => string,
  mayJoin: (kind: string, before: string | undefined) => boolean,
): RailStop[] {
  const stops: { hosts: [RolloutHost, ...RolloutHost[]] }[] = [];
  const lastOf = new Map<string, (typeof stops)[number]>();
  let before: string | undefined;
  for (const host of hosts) {
    const kind = kindOf(host);
    const last = lastOf.get(kind);
    if (last !== undefined && mayJoin(kind, before)) last.hosts.push(host);
    else {
      const stop: (typeof stops)[number] = { hosts: [host] };
      stops.push(stop);
      lastOf.set(kind, stop);
    }
    before = kind;
  }
  return stops;
}
