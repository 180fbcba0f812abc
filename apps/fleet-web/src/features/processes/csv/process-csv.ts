import type { Process } from 'fleet-core/contract/process';
import { processNotes } from '../columns/process-notes.ts';
import { healthWord } from '../health-word.ts';
import { type CsvValue, csvText } from './csv-text.ts';

type CsvColumn = readonly [name: string, value: (process: Process) => CsvValue];

const COLUMNS: readonly CsvColumn[] = [
  ['process_id', ({ process_id }) => process_id],
  ['host_id', ({ host_id }) => host_id],
  ['process_type', ({ process_type }) => process_type],
  ['state', ({ state }) => state],
  ['health', healthWord],
  ['last_heartbeat_age_sec', ({ last_heartbeat_age_sec }) => last_heartbeat_age_sec],
  ['updated_at', ({ updated_at }) => updated_at],
  ['bucket_min', ({ bucket_min }) => bucket_min],
  ['bucket_max', ({ bucket_max }) => bucket_max],
  ['bucket_ownership', ({ bucket_ownership }) => bucket_ownership],
  ['active_checks', ({ active_checks }) => active_checks],
  ['queue_depth', ({ queue_depth }) => queue_depth],
  ['retry_queue_size', ({ retry_queue_size }) => retry_queue_size],
  ['rss_mem_mb', ({ rss_mem_mb }) => rss_mem_mb],
  ['version', ({ version }) => version],
  ['delivery_workers_enabled', ({ delivery_workers_enabled }) => delivery_workers_enabled],
  ['delivery_owner_host', ({ delivery_owner_host }) => delivery_owner_host],
];

/** The processes, read at `generated_at`, as a file for a spreadsheet, in their order: each with what it says, and when it was read. */
export function processCsv(processes: readonly Process[], generated_at: string): string {
  const notes = (process: Process) => processNotes(process).map(({ text }) => text);
  return csvText([
    [...COLUMNS.map(([name]) => name), 'notes', 'read_at'],
    ...processes.map((process) => [
      ...COLUMNS.map(([, value]) => value(process)),
      notes(process).join('; '),
      generated_at,
    ]),
  ]);
}
