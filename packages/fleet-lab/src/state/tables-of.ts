import { TABLE_NAMES, type TableNames } from 'fleet-core/sql/schema/table-names';
import type { FleetState } from './fleet-state.ts';

/** The tables of a database that can hold the state. */
export function tablesOf({ is_later }: Pick<FleetState, 'is_later'>): TableNames {
  return is_later ? TABLE_NAMES.jetpack_monitor : TABLE_NAMES.jetmon;
}
