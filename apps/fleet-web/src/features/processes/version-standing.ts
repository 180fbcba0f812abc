import type { VersionCount } from 'fleet-core/contract/process';
import { formatCount } from '../../format/count.ts';

/** How a process's version stands among those of its type. */
export type VersionStanding = { readonly count: number; readonly usual: string };

/** Keyed by type and version: every version that is not the most common one of its type. */
export type MinorityVersions = ReadonlyMap<string, VersionStanding>;

export const standingKey = (process_type: string, version: string) => JSON.stringify([process_type, version]);

/** The versions that fewer processes of a type run than the most common one. Where two share the lead, neither is it. */
export function minorityVersions(versions: readonly VersionCount[]): MinorityVersions {
  const minorities = new Map<string, VersionStanding>();
  for (const type of new Set(versions.map(({ process_type }) => process_type))) {
    const ofType = versions.filter(({ process_type }) => process_type === type);
    const most = Math.max(...ofType.map(({ count }) => count));
    const leaders = ofType.filter(({ count }) => count === most);
    const usual = leaders.map(({ version }) => version || 'no version').join(' or ');
    for (const { version, count } of ofType) {
      if (count < most) minorities.set(standingKey(type, version), { count, usual });
    }
  }
  return minorities;
}

/** How an unusual version stands, in words. */
export function standingText({ count, usual }: VersionStanding): string {
  return `${formatCount(count)} of this type ${count === 1 ? 'runs' : 'run'} this version; most run ${usual}`;
}
