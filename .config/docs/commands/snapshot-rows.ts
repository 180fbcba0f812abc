import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { type TextRow, toTextRow } from './text-row.ts';

/** What stands in a snapshot at a path such as `delivery.tables`: the entries of a list, or the one object. */
export function rowsAt(snapshot: FleetSnapshot, path: string): TextRow[] {
  let place: unknown = snapshot;
  for (const name of path.split('.')) place = fieldOf(place, name);
  return (Array.isArray(place) ? place : [place]).map(toTextRow);
}

function fieldOf(place: unknown, name: string): unknown {
  const field = Object.entries(place ?? {}).find(([known]) => known === name);
  if (field === undefined) throw new Error(`the snapshot has no ${name} there`);
  return field[1];
}
