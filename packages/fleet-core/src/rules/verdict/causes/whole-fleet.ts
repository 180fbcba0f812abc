import type { CauseCode } from '../../../contract/cause.ts';
import type { IssueCode } from '../../../contract/issue.ts';
import type { Finding } from '../../finding.ts';
import { unionRanges } from '../../ownership/bucket-ranges.ts';
import { isStageCode } from '../../ownership/ownership-stage.ts';
import { sentence } from '../../text/sentence.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import { lockSteps } from '../catalogue/lock-codes.ts';
import { act, MONITOR_SERVICE } from '../steps.ts';
import type { Draft, Join } from './draft.ts';
import type { Pool } from './pool.ts';

/** Without BUCKET_TOTAL neither coverage nor drift can be judged. */
export const joinBucketTotal: Join = (pool, { bucket_coverage: { code, bucket_total } }) => {
  if (code !== 'bucket_total_missing') return [];
  const title = `BUCKET_TOTAL is ${bucket_total}`;
  return together(pool, 'bucket_total_missing', ['bucket_coverage', 'projection_drift'], {
    title,
    headline: `${title}: neither bucket coverage nor drift can be judged`,
    steps: () => [
      act("Set BUCKET_TOTAL of this dashboard to the fleet's number of buckets, and restart it."),
    ],
  });
};

/** Nobody has reported, so nobody can own either. */
export const joinNoProcesses: Join = (pool, { bucket_coverage: { code } }) => {
  if (pool.look('no_process_snapshots').length === 0) return [];
  const codes: IssueCode[] = ['no_process_snapshots', 'no_monitor_processes'];
  if (code === 'no_owner_rows') codes.push('bucket_coverage');
  return together(pool, 'no_process_snapshots', codes, {
    title: 'no process has reported',
    headline: 'No process has reported its health: nothing is known of the fleet',
    steps: CATALOGUE.no_process_snapshots.steps,
  });
};

/** Ownership that is not as planned is told once, whatever coverage calls it. */
export const joinPlan: Join = (pool, { bucket_coverage: { code } }) => {
  const ofStage = pool.look('plan_mismatch').filter(({ hosts }) => hosts.length === 0);
  const [first] = ofStage;
  if (first === undefined) return [];
  const coverage = isStageCode(code) ? pool.look('bucket_coverage') : [];
  return tell('plan_mismatch', pool.claim([...ofStage, ...coverage]), {
    title: first.title,
    headline: sentence(first.title),
    steps: CATALOGUE.plan_mismatch.steps,
  });
};

/** A plan that cannot be read: which file, and what is wrong with it. */
export const joinUnreadablePlan: Join = (pool, { plan: { file, fault } }) => {
  const [first] = pool.look('plan_unreadable');
  if (first === undefined) return [];
  return together(pool, 'plan_unreadable', ['plan_unreadable'], {
    title: first.title,
    headline: sentence(first.headline),
    steps: (about, sql) => [
      act(`Mend ${file} (FLEET_PLAN_FILE): ${fault}.`),
      ...CATALOGUE.plan_unreadable.steps(about, sql).slice(1),
    ],
  });
};

/** Ownership that is amber by rule: a stage of the rollout, which may be the one that is planned. */
export const joinStage: Join = (pool, { bucket_coverage: { code, mode }, stage }) => {
  const [first] = pool.look('bucket_coverage');
  if (first === undefined || !isStageCode(code)) return [];
  const title = sentence(first.title);
  const isUntold = code !== 'mixed' && !first.planned && stage === null;
  const setting = `If this is the planned stage, set FLEET_EXPECTED_OWNERSHIP=${code} for this dashboard.`;
  return together(pool, 'bucket_coverage', ['bucket_coverage'], {
    title: first.title,
    headline: first.planned ? `${title}, as planned` : `${title}: is this the planned stage of the rollout?`,
    steps: (about, sql) => [
      ...(isUntold ? [act(setting)] : []),
      ...(mode === 'api_controlled' ? lockSteps : CATALOGUE.bucket_coverage.steps)(about, sql),
    ],
  });
};

type Told = Pick<Draft, 'title' | 'headline' | 'steps'>;

function together(pool: Pool, code: CauseCode, codes: readonly IssueCode[], told: Told): Draft[] {
  return tell(code, pool.take(...codes), told);
}

function tell(code: CauseCode, findings: readonly Finding[], told: Told): Draft[] {
  if (findings.length === 0) return [];
  return [
    {
      code,
      kind: 'fleet',
      ids: [],
      ...told,
      facts: findings.map((found) => found.message),
      findings,
      ranges: unionRanges(findings.flatMap((found) => found.ranges)),
      about: { hosts: [], service: MONITOR_SERVICE },
    },
  ];
}
