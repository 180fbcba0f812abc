import type { Cause } from '../../contract/cause.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Issue } from '../../contract/issue.ts';
import { openIssues } from '../gate/open-issues.ts';
import { CATALOGUE } from '../verdict/catalogue/catalogue.ts';
import type { CheckOptions } from './check-options.ts';
import { isSafe } from './decision-level.ts';

/** An issue that counts, with the cause that it belongs to. */
export type CountedIssue = { readonly issue: Issue; readonly cause: Cause };

/** The issues that count, in the order of their causes: the most urgent first. */
export function countedIssues(snapshot: FleetSnapshot, options: CheckOptions): CountedIssue[] {
  const { causes, summary, decision } = snapshot;
  const { asPlanned, ignore } = options;
  if (asPlanned && isSafe(decision.code)) return [];
  const open = new Set(openIssues(snapshot));
  return causes.flatMap((cause, place) =>
    cause.issue_refs.flatMap((ref) => {
      const issue = summary.issue_details[ref];
      if (issue === undefined || ignore.includes(issue.code)) return [];
      if (asPlanned && !open.has(issue)) return [];
      return isAsked(issue, place, snapshot, options) ? [{ issue, cause }] : [];
    }),
  );
}

/** A code that only a newer dashboard knows concerns every question that names its cause. */
function isAsked(
  { code }: Issue,
  causePlace: number,
  { checklist }: FleetSnapshot,
  { only }: CheckOptions,
): boolean {
  if (only.length === 0) return true;
  const question = Object.entries(CATALOGUE).find(([known]) => known === code)?.[1].question;
  if (question !== undefined) return only.includes(question);
  const rows = checklist.filter(({ cause_refs }) => cause_refs.includes(causePlace));
  return rows.length === 0 || rows.some((row) => only.some((asked) => asked === row.code));
}
