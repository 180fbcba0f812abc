import { TABLE_NAMES, type TableNames } from 'fleet-core/sql/schema/table-names';

/** The name that process health has under the other prefix. */
export function otherProcessHealth({ process_health }: TableNames): string {
  const { jetmon, jetpack_monitor } = TABLE_NAMES;
  return process_health === jetmon.process_health ? jetpack_monitor.process_health : jetmon.process_health;
}
