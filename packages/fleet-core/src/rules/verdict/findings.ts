import { ISSUE_CODES } from '../../contract/issue.ts';
import { LEVELS } from '../../contract/level.ts';
import { activityFindings } from '../activity/activity-findings.ts';
import { deliveryFindings } from '../delivery/delivery-findings.ts';
import { dependencyFindings } from '../dependencies/dependency-findings.ts';
import { driftFindings } from '../drift/drift-findings.ts';
import type { Finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { lockFindings } from '../locks/lock-findings.ts';
import { sessionFindings } from '../locks/session-findings.ts';
import { coverageFindings } from '../ownership/coverage-findings.ts';
import { ownerFindings } from '../ownership/owner-findings.ts';
import { pinnedFindings } from '../ownership/pinned-findings.ts';
import { rangeMismatchFindings } from '../ownership/range-mismatch.ts';
import { planFindings } from '../plan/plan-findings.ts';
import { heartbeatFindings } from '../processes/heartbeat-findings.ts';
import { processFindings } from '../processes/process-findings.ts';
import { vanishedFindings } from '../processes/vanished.ts';
import { schemaFindings } from '../schema/schema-findings.ts';
import { veriflierFindings } from '../verifliers/veriflier-findings.ts';

const ORDER = new Map(ISSUE_CODES.map((code, place) => [code, place]));

/** Everything that is wrong: red before amber, within that by the order of the codes, within that as found. */
export function findAll(fleet: JudgedFleet): Finding[] {
  return [
    ...processFindings(fleet),
    ...heartbeatFindings(fleet),
    ...vanishedFindings(fleet),
    ...coverageFindings(fleet),
    ...pinnedFindings(fleet),
    ...ownerFindings(fleet),
    ...rangeMismatchFindings(fleet),
    ...lockFindings(fleet),
    ...sessionFindings(fleet),
    ...planFindings(fleet),
    ...activityFindings(fleet),
    ...driftFindings(fleet),
    ...deliveryFindings(fleet),
    ...dependencyFindings(fleet),
    ...veriflierFindings(fleet),
    ...schemaFindings(fleet),
  ].sort((a, b) => LEVELS.indexOf(b.severity) - LEVELS.indexOf(a.severity) || placeOf(a) - placeOf(b));
}

function placeOf({ code }: Finding): number {
  return ORDER.get(code) ?? ISSUE_CODES.length;
}
