import type { BucketCoverage } from '../../contract/bucket-coverage.ts';
import type { Closed } from '../../contract/scalars.ts';
import { NEXT_ACTION_CODES, type NextActionCode } from '../../contract/summary.ts';
import type { Finding } from '../finding.ts';
import { CATALOGUE } from './catalogue/catalogue.ts';

/** The most urgent action that any of the original's issues leads to; `continue` when there is none. */
export function nextAction(findings: readonly Finding[]): NextActionCode {
  const actions = findings.map(actionOf);
  return NEXT_ACTION_CODES.find((code) => actions.includes(code)) ?? 'continue';
}

function actionOf({ code, severity }: Finding): NextActionCode | undefined {
  const entry = CATALOGUE[code];
  return entry.inSummary && severity !== 'green' ? entry.nextActions[severity] : undefined;
}

const SENTENCES: Record<Exclude<NextActionCode, 'confirm_bucket_ownership'>, string> = {
  investigate_stale_processes: 'Find out why the stale processes stopped sending heartbeats before going on.',
  fix_bucket_coverage: 'Restore bucket coverage so that every bucket has exactly one healthy owner.',
  fix_projection_drift: 'Bring the legacy site status back in line with the open events before going on.',
  investigate_delivery_failures:
    'Find out why deliveries fail, are abandoned or cannot be read before going on.',
  resolve_red_processes: 'Resolve what the red processes report before going on.',
  drain_due_deliveries: 'Let the due deliveries drain, and check that the delivery owner is working on them.',
  confirm_delivery_owner: 'Confirm which host owns delivery, and that only its workers are enabled.',
  start_monitor_heartbeats: 'Start the monitors, or check that they can write their heartbeats.',
  clear_amber_processes: 'Clear what the amber processes report, or confirm that it is expected.',
  review_warnings: 'Review the listed warnings before going on.',
  continue: 'Nothing needs attention: continue with the next rollout step.',
};

/** The sentence for people; the code is the contract. */
export function nextActionText(code: NextActionCode, coverage: Closed<BucketCoverage>): string {
  return code === 'confirm_bucket_ownership' ? ownershipText(coverage) : SENTENCES[code];
}

function ownershipText({ code }: Closed<BucketCoverage>): string {
  switch (code) {
    case 'pinned':
      return 'Confirm whether the fleet is still in pinned rollout before expecting dynamic bucket coverage.';
    case 'mixed':
      return 'Confirm which monitors are meant to be pinned before moving the next one to dynamic ownership.';
    case 'bucket_total_missing':
      return 'Set BUCKET_TOTAL for this dashboard so that bucket coverage can be checked.';
    default:
      return 'Confirm which hosts should own buckets, and that they write their rows to jetmon_hosts.';
  }
}
