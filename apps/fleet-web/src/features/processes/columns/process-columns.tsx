import { HeartbeatAge } from '../../../components/heartbeat-age.tsx';
import { formatAge } from '../../../format/age.ts';
import { formatCount } from '../../../format/count.ts';
import { HealthBadge } from '../health-badge.tsx';
import { healthRank, healthWord } from '../health-word.ts';
import { NoteLines } from './note-lines.tsx';
import type { ProcessColumn } from './process-column.ts';
import { ProcessMemory } from './process-memory.tsx';
import { ProcessName } from './process-name.tsx';
import { processNotes } from './process-notes.ts';
import { bucketsText, buildText, deliveryText } from './process-texts.ts';
import { ProcessVersion } from './process-version.tsx';
import { reportedMemory } from './reported-memory.ts';

/** The columns of the process table, from left to right. Head, rows, cards, sorting and search are made from them. */
export const COLUMNS: readonly ProcessColumn[] = [
  {
    key: 'health',
    head: 'Health',
    align: 'left',
    widthPx: 104,
    card: 'line',
    sortValue: (process) => -healthRank(healthWord(process)),
    searchText: healthWord,
    cell: ({ process }) => <HealthBadge process={process} />,
  },
  {
    key: 'process',
    head: 'Process',
    align: 'left',
    isRowHeader: true,
    widthPx: 272,
    card: 'line',
    sortValue: ({ process_id }) => process_id,
    searchText: (process) =>
      [process.process_id, process.host_id, ...processNotes(process).map((note) => note.text)].join('\n'),
    cell: ({ process, settings, isOpen, isOneLine }) => (
      <>
        <ProcessName
          process_id={process.process_id}
          host_id={process.host_id}
          dashboard_port={process.dashboard_port}
          urlTemplate={settings.host_dashboard_url}
          isOpen={isOpen}
        />
        <NoteLines notes={processNotes(process)} oneLine={isOneLine} />
      </>
    ),
  },
  {
    key: 'type',
    head: 'Type',
    align: 'left',
    widthPx: 84,
    card: 'none',
    sortValue: ({ process_type }) => process_type,
    searchText: ({ process_type }) => process_type,
    cell: ({ process }) => process.process_type,
  },
  {
    key: 'state',
    head: 'State',
    align: 'left',
    widthPx: 84,
    card: '0.9fr',
    sortValue: ({ state }) => state,
    searchText: ({ state }) => state,
    cell: ({ process }) => process.state,
  },
  {
    key: 'heartbeat',
    head: 'Heartbeat',
    align: 'right',
    widthPx: 96,
    card: '1fr',
    sortValue: ({ last_heartbeat_age_sec }) => last_heartbeat_age_sec,
    searchText: null,
    cell: ({ process: { last_heartbeat_age_sec, updated_at, stale, retired }, settings, isOneLine }) => (
      <>
        <HeartbeatAge seconds={last_heartbeat_age_sec} instant={updated_at} />
        {stale && !retired && !isOneLine && (
          <span className="limit"> limit {formatAge(settings.heartbeat_grace_sec)}</span>
        )}
      </>
    ),
  },
  {
    key: 'buckets',
    head: 'Buckets',
    align: 'right',
    widthPx: 92,
    card: '1fr',
    sortValue: ({ bucket_min }) => bucket_min,
    searchText: null,
    cell: ({ process }) => bucketsText(process),
    title: ({ process }) => process.bucket_ownership || undefined,
  },
  {
    key: 'load',
    head: 'Active / queue / retry',
    align: 'right',
    widthPx: 164,
    card: 'none',
    sortValue: ({ active_checks }) => active_checks,
    searchText: null,
    cell: ({ process: { active_checks, queue_depth, retry_queue_size } }) => (
      <>
        {formatCount(active_checks)} / {formatCount(queue_depth)} / {formatCount(retry_queue_size)}
      </>
    ),
  },
  {
    key: 'memory',
    head: 'Memory',
    align: 'right',
    widthPx: 104,
    card: 'none',
    sortValue: (process) => reportedMemory(process)?.megabytes ?? null,
    searchText: null,
    cell: ({ process }) => <ProcessMemory process={process} />,
  },
  {
    key: 'version',
    head: 'Version',
    align: 'left',
    widthPx: 128,
    card: '1.2fr',
    sortValue: ({ version }) => version || null,
    searchText: ({ version }) => version,
    cell: ({ process, standing }) => <ProcessVersion process={process} standing={standing} />,
    title: ({ process }) => buildText(process),
  },
  {
    key: 'delivery',
    head: 'Delivery',
    align: 'left',
    widthPx: 112,
    card: 'none',
    sortValue: ({ delivery_workers_enabled, delivery_owner_host }) =>
      `${delivery_workers_enabled ? 0 : 1} ${delivery_owner_host}`,
    searchText: ({ delivery_owner_host }) => delivery_owner_host,
    cell: ({ process }) => deliveryText(process),
    title: ({ process }) => deliveryText(process),
  },
];
