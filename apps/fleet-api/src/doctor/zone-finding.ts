import type { ServerZone } from 'fleet-core/domain/server-zone';
import { durationText } from 'fleet-core/rules/text/duration-text';
import type { Finding } from './finding.ts';

/** A shift that is not the zone's differs from it by more than heartbeats are ever late on a fleet that is well. */
const TOLERANCE_SEC = 120;

const REMEDY =
  "Jetmon writes its times in UTC, and a session of another zone stores them shifted: set default_time_zone = '+00:00' on the server, or let Jetmon's sessions set time_zone = '+00:00'. What is stored already stays shifted.";

/**
 * Whether times can be stored shifted on this server: its zone is not UTC. They were if the newest heartbeat is as far from
 * now as the zone is from UTC. `newestMs` is that heartbeat, null where there is none.
 */
export function zoneFinding(zone: ServerZone | null, newestMs: number | null, nowMs: number): Finding {
  const subject = "server's zone";
  if (zone === null) return { kind: 'advice', subject, fact: 'could not be read' };
  const { name, offset_sec, is_utc } = zone;
  if (is_utc) return { kind: 'well', subject, fact: `UTC (${name})` };
  const distance =
    offset_sec === null ? 'how far it is from UTC is not known' : `${offsetText(offset_sec)} now`;
  const fact = `${name}, which is not UTC: ${distance}`;
  const shiftSec = newestMs === null ? null : (nowMs - newestMs) / 1000;
  const isShifted =
    offset_sec !== null &&
    shiftSec !== null &&
    Math.abs(offset_sec) > TOLERANCE_SEC &&
    Math.abs(shiftSec - offset_sec) <= TOLERANCE_SEC;
  if (!isShifted) return { kind: 'advice', subject, fact, remedy: REMEDY };
  const age = `${durationText(Math.abs(shiftSec))} ${shiftSec > 0 ? 'old' : 'ahead'}`;
  return {
    kind: 'problem',
    subject,
    fact: `${fact}; the newest heartbeat is ${age}, just as far: heartbeats look like UTC that was read as ${name}`,
    remedy: REMEDY,
  };
}

function offsetText(offsetSec: number): string {
  if (offsetSec === 0) return 'as UTC';
  return `${durationText(Math.abs(offsetSec))} ${offsetSec > 0 ? 'ahead of' : 'behind'} UTC`;
}
