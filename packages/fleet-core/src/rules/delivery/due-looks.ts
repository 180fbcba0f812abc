import type { DeliveryKind } from '../../contract/delivery.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { DueLook } from '../../domain/due-look.ts';
import { dueTrend } from './due-trend.ts';

/** How long a look is kept: a longer time would go on telling of a drain that has stopped. */
export const LOOKS_KEPT_MS = 300_000;
/** Looks closer together than this are one: there may be many in a second. */
export const LEAST_APART_MS = 1000;

/** The looks with this one. When the clock was set back they begin anew: a rate across that would be invented. */
export function noteDue(
  looks: readonly DueLook[],
  snapshot: Closed<FleetSnapshot>,
  nowMs: number,
): readonly DueLook[] {
  const dueOf = (kind: DeliveryKind) =>
    snapshot.delivery.tables.find((table) => table.kind === kind)?.due_now ?? null;
  const look = { at_ms: nowMs, due: { webhook: dueOf('webhook'), alert: dueOf('alert') } };
  const last = looks.at(-1);
  if (last === undefined || nowMs < last.at_ms) return [look];
  const before = looks.at(-2);
  const isOneMore = before === undefined || last.at_ms - before.at_ms >= LEAST_APART_MS;
  return [...(isOneMore ? looks : looks.slice(0, -1)), look].filter(
    ({ at_ms }) => nowMs - at_ms <= LOOKS_KEPT_MS,
  );
}

/** The snapshot with what has become of what is due in each queue, by the looks up to this one. */
export function withTrends(
  snapshot: Closed<FleetSnapshot>,
  looks: readonly DueLook[],
): Closed<FleetSnapshot> {
  const { delivery } = snapshot;
  const tables = delivery.tables.map((table) => ({ ...table, trend: dueTrend(looks, table.kind) }));
  return { ...snapshot, delivery: { ...delivery, tables } };
}
