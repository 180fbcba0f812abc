import * as z from 'zod/mini';
import { LEVELS } from '../contract/level.ts';
import { MUTE_VOIDS } from '../contract/plan.ts';
import { Count, CountOrNull } from '../contract/scalars.ts';
import {
  type FleetMemory,
  NOTHING_REMEMBERED,
  type SeenMute,
  type SeenProcess,
} from '../domain/fleet-memory.ts';
import type { Kept } from './kept.ts';

const Ms = z.number();

const SeenLine = z.strictObject({
  process_id: z.string(),
  host_id: z.string(),
  process_type: z.string(),
  state: z.string(),
  bucket_min: CountOrNull,
  bucket_max: CountOrNull,
  delivery_workers_enabled: z.boolean(),
  heartbeat_ms: z.nullable(Ms),
  heartbeat_seen_ms: Ms,
  last_seen_ms: Ms,
  range_differs_since_ms: z.nullable(Ms),
});

/** Who was seen again as before but for the heartbeat: process id, heartbeat, and when that was first seen. */
const Again = z.tuple([z.string(), z.nullable(Ms), Ms]);
const AgainLine = z.strictObject({ last_seen_ms: Ms, again: z.array(Again) });

/** All mutes that are known, by the plan's entry. */
const MutesLine = z.strictObject({
  mutes: z.array(
    z.tuple([
      z.string(),
      z.strictObject({ severity: z.enum(LEVELS), count: Count, void: z.nullable(z.enum(MUTE_VOIDS)) }),
    ]),
  ),
});

const OtherLine = z.union([AgainLine, MutesLine]);

/**
 * What was last seen of each process, a line each when it is new or has changed, and one line for all that were seen again.
 * Who is not seen again is not told of: it stays as it was. Mutes have a line when one of them has changed.
 */
export const keptProcesses: Kept<FleetMemory> = {
  nothing: NOTHING_REMEMBERED,

  read(lines) {
    const processes = new Map<string, SeenProcess>();
    let mutes: ReadonlyMap<string, SeenMute> = NOTHING_REMEMBERED.mutes;
    let unknown = 0;
    const seeAgain = (line: unknown) => {
      const { success, data } = OtherLine.safeParse(line);
      if (!success) {
        unknown += 1;
        return;
      }
      if ('mutes' in data) {
        mutes = new Map(data.mutes);
        return;
      }
      const { last_seen_ms } = data;
      for (const [id, heartbeat_ms, heartbeat_seen_ms] of data.again) {
        const seen = processes.get(id);
        if (seen !== undefined) processes.set(id, { ...seen, heartbeat_ms, heartbeat_seen_ms, last_seen_ms });
      }
    };
    for (const line of lines) {
      const { success, data } = SeenLine.safeParse(line);
      if (success) processes.set(data.process_id, data);
      else seeAgain(line);
    }
    return { value: { processes, mutes }, unknown };
  },

  lines(before, after) {
    const told: SeenProcess[] = [];
    const again = new Map<number, z.infer<typeof Again>[]>();
    for (const [id, seen] of after.processes) {
      const known = before.processes.get(id);
      if (known === seen) continue;
      if (known === undefined || !isOnlyLater(known, seen)) told.push(seen);
      else {
        const others = again.get(seen.last_seen_ms) ?? [];
        others.push([id, seen.heartbeat_ms, seen.heartbeat_seen_ms]);
        again.set(seen.last_seen_ms, others);
      }
    }
    const oldestFirst = told.sort((a, b) => a.last_seen_ms - b.last_seen_ms);
    const mutes = [...after.mutes];
    return [
      ...oldestFirst,
      ...[...again].map(([last_seen_ms, beats]) => ({ last_seen_ms, again: beats })),
      ...(JSON.stringify(mutes) === JSON.stringify([...before.mutes]) ? [] : [{ mutes }]),
    ];
  },
};

function isOnlyLater(known: SeenProcess, seen: SeenProcess): boolean {
  return (
    known.host_id === seen.host_id &&
    known.process_type === seen.process_type &&
    known.state === seen.state &&
    known.bucket_min === seen.bucket_min &&
    known.bucket_max === seen.bucket_max &&
    known.delivery_workers_enabled === seen.delivery_workers_enabled &&
    known.range_differs_since_ms === seen.range_differs_since_ms
  );
}
