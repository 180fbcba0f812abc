import type { IssueCode } from '../../../contract/issue.ts';
import type { Finding } from '../../finding.ts';

/** The findings that no cause has claimed yet, in the order of the issues. */
export type Pool = {
  /** Removes and returns those that match. */
  take(matches: (finding: Finding) => boolean): Finding[];
  /** Those that match, left where they are. */
  look(matches: (finding: Finding) => boolean): Finding[];
};

export function createPool(findings: readonly Finding[]): Pool {
  let left = [...findings];
  return {
    take(matches) {
      const taken = left.filter(matches);
      left = left.filter((finding) => !taken.includes(finding));
      return taken;
    },
    look: (matches) => left.filter(matches),
  };
}

/** Whether a finding has one of the codes. */
export function has(...codes: IssueCode[]): (finding: Finding) => boolean {
  return (finding) => codes.includes(finding.code);
}

/** Whether a finding concerns this host and no other. */
export function isOf(host: string): (finding: Finding) => boolean {
  return ({ hosts }) => hosts.length === 1 && hosts[0] === host;
}
