import type { BucketCoverage } from '../../contract/bucket-coverage.ts';
import type { Level } from '../../contract/level.ts';
import type { Closed } from '../../contract/scalars.ts';
import { NEXT_ACTION_CODES, type NextActionCode } from '../../contract/summary.ts';
import type { Finding } from '../finding.ts';
import { CATALOGUE } from './catalogue/catalogue.ts';

/** The most urgent action that any of the original's issues leads to; `continue` when there is none. */
export function nextAction(findings: readonly Finding[]): NextActionCode {
  const actions = findings.flatMap(actionOf).sort((a, b) => placeOf(a) - placeOf(b));
  return actions[0]?.action ?? 'continue';
}

type Called = { readonly action: NextActionCode; readonly severity: Level };

function actionOf({ code, severity }: Finding): Called[] {
  const entry = CATALOGUE[code];
  const action = entry.inSummary && severity !== 'green' ? entry.nextActions[severity] : undefined;
  return action === undefined ? [] : [{ action, severity }];
}

/** Verifliers that only warn wait until it is clear who delivers; every other action has one place. */
function placeOf({ action, severity }: Called): number {
  const isWarning = action === 'fix_verifliers' && severity === 'amber';
  return isWarning
    ? NEXT_ACTION_CODES.indexOf('confirm_delivery_owner') + 0.5
    : NEXT_ACTION_CODES.indexOf(action);
}

const SENTENCES: Record<Exclude<NextActionCode, 'confirm_bucket_ownership'>, string> = {
  investigate_stale_processes: 'Find out why the stale processes stopped sending heartbeats before going on.',
  fix_bucket_coverage: 'Restore bucket coverage so that every bucket has exactly one healthy owner.',
  fix_projection_drift: 'Bring the legacy site status back in line with the open events before going on.',
  investigate_delivery_failures:
    'Find out why deliveries fail, are abandoned or cannot be read before going on.',
  fix_verifliers: 'Mend the registry of verifliers, or their agents, before discovery goes by it.',
  resolve_red_processes: 'Resolve what the red processes report before going on.',
  drain_due_deliveries: 'Let the due deliveries drain, and check that the delivery owner is working on them.',
  confirm_delivery_owner: 'Confirm which host owns delivery, and that only its workers are enabled.',
  start_monitor_heartbeats: 'Start the monitors, or check that they can write their heartbeats.',
  clear_amber_processes: 'Clear what the amber processes report, or confirm that it is expected.',
  review_warnings: 'Review the listed warnings before going on.',
  continue: 'Nothing needs attention: continue with the next rollout step.',
};

/** The sentence for people; the code is the contract. */
export function nextActionText(
  code: NextActionCode,
  coverage: Closed<BucketCoverage>,
  ownersTable: string,
): string {
  return code === 'confirm_bucket_ownership' ? ownershipText(coverage, ownersTable) : SENTENCES[code];
}

function ownershipText({ code }: Closed<BucketCoverage>, ownersTable: string): string {
  switch (code) {
    case 'pinned':
      return 'Confirm whether the fleet is still in pinned rollout before expecting dynamic bucket coverage.';
    case 'mixed':
      return 'Confirm which monitors are meant to be pinned before moving the next one to dynamic ownership.';
    case 'api_controlled':
    case 'gap':
      return 'Confirm which range is to be activated next, and that v1 still has the rest, before going on.';
    case 'bucket_total_missing':
      return 'Set BUCKET_TOTAL for this dashboard so that bucket coverage can be checked.';
    default:
      return `Confirm which hosts should own buckets, and that they write their rows to ${ownersTable}.`;
  }
}
