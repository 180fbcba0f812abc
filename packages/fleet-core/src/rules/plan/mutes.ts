import { LEVELS, worstLevel } from '../../contract/level.ts';
import type { Muted } from '../../contract/muted.ts';
import type { Mute, MuteVoid } from '../../contract/plan.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { FleetMemory, SeenMute } from '../../domain/fleet-memory.ts';
import { fromInstant } from '../../domain/instant.ts';
import type { PlannedFleet, PlannedMute } from '../../domain/plan-in-force.ts';
import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import { bucketsIn } from '../ownership/bucket-ranges.ts';

type Size = Omit<SeenMute, 'void'>;

/** What must be known for longer belongs in the plan. */
export const LONGEST_MUTE_MS = 24 * 3_600_000;

/** The mutes of the plan, each with whether it holds. One that was void before stays so: only its entry can be changed. */
export function judgeMutes(
  { muted }: PlannedFleet,
  findings: readonly Finding[],
  { mutes: seen }: FleetMemory,
  nowMs: number,
): Closed<Mute>[] {
  return muted.map((mute) => {
    const size = sizeOf(findings.filter((found) => concerns(mute, found)));
    return { ...mute, ...size, void: voidOf(mute, size, seen.get(keyOf(mute)), nowMs) };
  });
}

/** By which the memory knows a mute. */
export function keyOf({ code, subject, until, reason, by }: PlannedMute): string {
  return JSON.stringify([code, subject, until, reason, by]);
}

function sizeOf(concerned: readonly Finding[]): Size {
  return {
    severity: worstLevel(concerned.map(({ severity }) => severity)),
    count: concerned.reduce((sum, { count, ranges }) => sum + (count ?? Math.max(1, bucketsIn(ranges))), 0),
  };
}

/** The findings, with the mute that holds where there is one. */
export function applyMutes(findings: readonly Finding[], mutes: readonly Closed<Mute>[]): Finding[] {
  const inForce = groupBy(
    mutes.filter((mute) => mute.void === null),
    ({ code }) => code,
  );
  return findings.map((found) => {
    const mute = inForce.get(found.code)?.find((each) => concerns(each, found));
    if (mute === undefined || found.planned) return found;
    const { by, reason, until } = mute;
    return { ...found, muted: { by, reason, until } };
  });
}

/** The mute of all of these that was not planned, the first to end; undefined when some of it is not muted, or nothing is there. */
export function muteOver(findings: readonly Finding[]): Muted | undefined {
  const unplanned = findings.filter(({ planned }) => !planned);
  const mutes = unplanned.flatMap(({ muted }) => muted ?? []);
  if (mutes.length < unplanned.length) return undefined;
  return mutes.toSorted((a, b) => fromInstant(a.until) - fromInstant(b.until))[0];
}

function voidOf(mute: PlannedMute, size: Size, seen: SeenMute | undefined, nowMs: number): MuteVoid | null {
  if (seen !== undefined && seen.void !== null) return seen.void;
  const leftMs = fromInstant(mute.until) - nowMs;
  if (leftMs <= 0) return 'ended';
  if (leftMs > LONGEST_MUTE_MS) return 'too_long';
  return seen !== undefined && seen.count > 0 && isWorse(size, seen) ? 'worse' : null;
}

function isWorse(now: Size, before: Size): boolean {
  return now.count > before.count || LEVELS.indexOf(now.severity) > LEVELS.indexOf(before.severity);
}

function concerns({ code, subject }: PlannedMute, found: Finding): boolean {
  return code === found.code && (subject === null || subject === found.subject);
}
