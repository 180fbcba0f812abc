import type { IssueCode } from '../../../contract/issue.ts';
import type { Finding } from '../../finding.ts';
import { groupBy } from '../../group-by.ts';

/** The findings that no cause has claimed yet. */
export type Pool = {
  /** Those of a code, left where they are. */
  look(code: IssueCode): Finding[];
  /** Removes and returns those of the codes. */
  take(...codes: IssueCode[]): Finding[];
  /** Removes and returns those of the codes that concern this host and no other, and match. */
  takeOf(host: string, codes: readonly IssueCode[], matches?: (found: Finding) => boolean): Finding[];
  /** Removes these, and returns those of them that nobody had claimed. */
  claim(findings: readonly Finding[]): Finding[];
  /** Removes and returns all that are left, in the order of the issues. */
  empty(): Finding[];
};

export function createPool(findings: readonly Finding[]): Pool {
  const left = new Set(findings);
  const byCode = groupBy(findings, ({ code }) => code);
  const byHost = groupBy(findings, ({ hosts }) => (hosts.length === 1 ? hosts[0] : undefined));
  const look = (code: IssueCode) => (byCode.get(code) ?? []).filter((found) => left.has(found));
  const claim = (wanted: readonly Finding[]) => wanted.filter((found) => left.delete(found));
  return {
    look,
    claim,
    take: (...codes) => claim(codes.flatMap(look)),
    takeOf(host, codes, matches = () => true) {
      const ofHost = byHost.get(host) ?? [];
      return claim(ofHost.filter((found) => codes.includes(found.code) && matches(found)));
    },
    empty: () => claim([...left]),
  };
}
