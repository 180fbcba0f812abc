import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import { addedIssues } from '../added-issues.ts';

/** A snapshot in the form of a rule state's `expect`. */
export function addedView(snapshot: FleetSnapshot): unknown {
  const notGreen = snapshot.checklist.filter(({ status }) => status !== 'green');
  return {
    decision: snapshot.decision.code,
    added: addedIssues(snapshot).map(({ code, severity, subject }) => [code, severity, subject]),
    checklist: Object.fromEntries(notGreen.map(({ code, status }) => [code, status])),
  };
}

/** A snapshot in the form of a scenario's `expected`. */
export function promisedView(snapshot: FleetSnapshot): unknown {
  const { status, suggested_next_action_code } = snapshot.summary;
  return {
    status,
    nextActionCode: suggested_next_action_code,
    decision: snapshot.decision.code,
    addedCodes: [...new Set(addedIssues(snapshot).map(({ code }) => code))],
  };
}
