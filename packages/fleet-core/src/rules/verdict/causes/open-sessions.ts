import type { JudgedFleet } from '../../judged-fleet.ts';
import { subtractRanges, unionRanges } from '../../ownership/bucket-ranges.ts';
import { sentence } from '../../text/sentence.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import { LOCK_CODES } from '../catalogue/lock-codes.ts';
import { MONITOR_SERVICE } from '../steps.ts';
import { tellCrowd } from './crowd.ts';
import type { Draft, Join } from './draft.ts';

/**
 * A rollout session in which something failed, or which was left where it is: with it goes the gap that it has set out to
 * fill, when no other session has one.
 */
export const joinOpenSessions: Join = (pool, fleet) => {
  const told = [...pool.look('job_failed'), ...pool.look('session_stalled')];
  const runs = [...new Set(told.map(({ subject }) => subject))];
  const drafts = runs.flatMap((run_id): Draft[] => {
    const [failed, ...others] = pool.claim(told.filter(({ subject }) => subject === run_id));
    if (failed === undefined) return [];
    const gap = isOnlyGapOf(run_id, fleet) ? pool.take('bucket_coverage') : [];
    const findings = [failed, ...others, ...gap];
    const code = failed.code === 'job_failed' ? 'job_failed' : 'session_stalled';
    const ranges = unionRanges(findings.flatMap((found) => found.ranges));
    return [
      {
        code,
        kind: 'session',
        ids: [run_id],
        title: failed.title,
        headline: sentence(failed.headline, [...failed.hosts, run_id]),
        facts: findings.map((found) => found.message),
        findings,
        ranges,
        about: { hosts: failed.hosts, service: MONITOR_SERVICE, ranges },
        steps: CATALOGUE[code].steps,
      },
    ];
  });
  return CODES.flatMap((code) =>
    tellCrowd(
      drafts.filter((draft) => draft.code === code),
      { crowd: LOCK_CODES[code].crowd },
    ),
  );
};

const CODES = ['job_failed', 'session_stalled'] as const;

function isOnlyGapOf(run: string, { bucket_coverage, sessions }: JudgedFleet): boolean {
  const { mode, code, status, gaps } = bucket_coverage;
  if (mode !== 'api_controlled' || code !== 'gap' || status !== 'amber') return false;
  const own = sessions.filter(({ run_id }) => run_id === run).flatMap(({ missing }) => missing);
  return subtractRanges(gaps, own).length === 0;
}
