import type { ServerZone } from 'fleet-core/domain/server-zone';
import { countText } from 'fleet-core/rules/text/count-text';
import { durationText } from 'fleet-core/rules/text/duration-text';
import type { Finding } from './finding.ts';

/** A shift that is not the zone's differs from it by more than heartbeats are ever late on a fleet that is well. */
const TOLERANCE_SEC = 120;

const REMEDY =
  "Jetmon writes its times in UTC, and a session of another zone stores them shifted: set default_time_zone = '+00:00' on the server, or let Jetmon's sessions set time_zone = '+00:00'. What is stored already stays shifted.";

/**
 * Whether times can be stored shifted on this server: its zone is not UTC. Heartbeats were if they are as far from now as
 * the zone is from UTC; all of them are no coincidence, some may be.
 */
export function zoneFinding(
  zone: ServerZone | null,
  heartbeatsMs: readonly number[],
  nowMs: number,
): Finding {
  const subject = "server's zone";
  if (zone === null) return { kind: 'advice', subject, fact: 'could not be read' };
  const { name, offset_sec, is_utc } = zone;
  if (is_utc) return { kind: 'well', subject, fact: `UTC (${name})` };
  const distance =
    offset_sec === null ? 'how far it is from UTC is not known' : `${offsetText(offset_sec)} now`;
  const fact = `${name}, which is not UTC: ${distance}`;
  const shifted = heartbeatsMs.filter((heartbeatMs) => isShifted((nowMs - heartbeatMs) / 1000, offset_sec));
  if (shifted.length === 0) return { kind: 'advice', subject, fact, remedy: REMEDY };
  const which = `${shifted.length} of ${countText(heartbeatsMs.length, 'heartbeat')}`;
  return {
    kind: shifted.length === heartbeatsMs.length ? 'problem' : 'advice',
    subject,
    fact: `${fact}; ${which} ${shifted.length === 1 ? 'is' : 'are'} just as far from now, and look like UTC that was read as ${name}`,
    remedy: REMEDY,
  };
}

function isShifted(ageSec: number, offsetSec: number | null): boolean {
  if (offsetSec === null || Math.abs(offsetSec) <= TOLERANCE_SEC) return false;
  return Math.abs(ageSec - offsetSec) <= TOLERANCE_SEC;
}

function offsetText(offsetSec: number): string {
  if (offsetSec === 0) return 'as UTC';
  return `${durationText(Math.abs(offsetSec))} ${offsetSec > 0 ? 'ahead of' : 'behind'} UTC`;
}
