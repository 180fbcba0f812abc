import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { durationText, limitText } from '../text/duration-text.ts';
import { isLateHeartbeat } from './heartbeat.ts';
import type { JudgedProcess } from './processes.ts';

const FAULTS = [inFuture, late, frozen];

/** Heartbeats that come, and yet not as they should: ahead of the clock, late, or standing still. */
export function heartbeatFindings(fleet: JudgedFleet): Finding[] {
  const findings: Finding[] = [];
  for (const judged of fleet.in_service) {
    for (const faultOf of FAULTS) {
      const found = faultOf(judged, fleet);
      if (found !== undefined) findings.push(found);
    }
  }
  return findings;
}

function about({ process: { process_id, host_id } }: JudgedProcess) {
  return { subject: process_id, hosts: [host_id] };
}

function inFuture(judged: JudgedProcess): Finding | undefined {
  const { process_id } = judged.process;
  if (judged.ahead_sec === 0) return undefined;
  const message = `process ${process_id}: heartbeat lies ${judged.ahead_sec}s in the future; its clock or the database's is wrong`;
  const title = `the heartbeat of ${process_id} lies ${durationText(judged.ahead_sec)} ahead of the database's clock`;
  return finding('amber', 'heartbeat_in_future', title, message, about(judged));
}

/** A heartbeat comes about every 10 s; one that is long overdue says that something is amiss before it says silence. */
export function isLate(
  { active, updated_at_ms }: JudgedProcess,
  { nowMs, thresholds }: JudgedFleet,
): boolean {
  return active && isLateHeartbeat(nowMs, updated_at_ms, thresholds.heartbeat_late_sec);
}

function late(judged: JudgedProcess, fleet: JudgedFleet): Finding | undefined {
  const { process_id, last_heartbeat_age_sec } = judged.process;
  // Whoever is active has a heartbeat.
  if (!isLate(judged, fleet) || judged.updated_at_ms === null || last_heartbeat_age_sec === null)
    return undefined;
  const limit = limitText(fleet.thresholds.heartbeat_late_sec);
  const message = `process ${process_id}: last heartbeat ${last_heartbeat_age_sec}s ago, late after ${limit}`;
  const title = `the heartbeat of ${process_id} is late`;
  const headline = `the last heartbeat of ${process_id} is ${durationText(last_heartbeat_age_sec)} old, late after ${limit}`;
  const sinceMs = judged.updated_at_ms + fleet.thresholds.heartbeat_late_sec * 1000;
  return finding('amber', 'heartbeat_late', title, message, { ...about(judged), headline, sinceMs });
}

/**
 * The same heartbeat at two looks: none came in between, whatever its time says. Its time can only be so new because
 * it was written by a clock that was ahead; otherwise the heartbeat is late.
 */
function frozen(judged: JudgedProcess, fleet: JudgedFleet): Finding | undefined {
  const seen = fleet.memory.processes.get(judged.process.process_id);
  if (!judged.active || isLate(judged, fleet) || seen?.heartbeat_ms !== judged.updated_at_ms)
    return undefined;
  const standsSec = (fleet.nowMs - seen.heartbeat_seen_ms) / 1000;
  if (standsSec <= fleet.thresholds.heartbeat_late_sec) return undefined;
  const { process_id } = judged.process;
  const message = `process ${process_id}: its heartbeat has not moved for ${durationText(standsSec)}, though its time is not old; the process may be dead, and its clock was ahead`;
  const title = `the heartbeat of ${process_id} stands still`;
  return finding('amber', 'heartbeat_frozen', title, message, {
    ...about(judged),
    sinceMs: seen.heartbeat_seen_ms,
  });
}
