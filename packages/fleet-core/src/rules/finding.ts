import type { BucketRange } from '../contract/bucket-coverage.ts';
import type { IssueCode } from '../contract/issue.ts';
import type { Level } from '../contract/level.ts';
import type { Muted } from '../contract/muted.ts';

/** One thing that a rule found wrong: an issue, with what is needed to tell its cause. */
export type Finding = {
  readonly code: IssueCode;
  readonly severity: Level;
  /** The process, host, queue or dependency concerned; empty where it is the fleet. */
  readonly subject: string;
  /** The issue's sentence. */
  readonly message: string;
  /** A few words: who, and what is the matter. */
  readonly title: string;
  /** The same in a sentence: by which limit, and since when; the title where there is no more to say. */
  readonly headline: string;
  /** The hosts concerned, by name. */
  readonly hosts: readonly string[];
  /** The buckets that it leaves unwatched or watched twice. */
  readonly ranges: readonly BucketRange[];
  /** True when it is no more than what was planned at this stage. */
  readonly planned: boolean;
  /** Since when it stands, where its own rows tell; milliseconds since 1970. */
  readonly sinceMs?: number;
  /** How many sites or deliveries it is about, where it counts them. */
  readonly count?: number;
  /** Left out of the decision by the plan. */
  readonly muted?: Muted;
};

type About = Partial<Omit<Finding, 'severity' | 'code' | 'title' | 'message' | 'muted'>>;

/** A finding about the whole fleet, unless `about` names who it is. */
export function finding(
  severity: Level,
  code: IssueCode,
  title: string,
  message: string,
  about: About = {},
): Finding {
  const defaults = { subject: '', headline: title, hosts: [], ranges: [], planned: false };
  return { ...defaults, ...about, severity, code, title, message };
}

/** Whether the decision counts it: it was not planned, and nobody has muted it. */
export function isOpen({ planned, muted }: Finding): boolean {
  return !planned && muted === undefined;
}
