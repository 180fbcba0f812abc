import type { Process } from 'fleet-core/contract/process';

/** One host as the delivery owner may concern it; `process_type` is null where no process of it reports. */
export type OwnerRow = {
  readonly key: string;
  readonly host_id: string;
  readonly process_type: string | null;
  readonly enabled: boolean;
  /** What the process was told: which host owns delivery. */
  readonly owner: string;
  readonly stale: boolean;
};

/** The processes that deliver or whose host is named as the owner, and named hosts that nothing reports of; without those that are retired. */
export function ownerRows(all: readonly Process[]): OwnerRow[] {
  const processes = all.filter(({ retired }) => !retired);
  const named = new Set(processes.flatMap(({ delivery_owner_host }) => delivery_owner_host.trim() || []));
  const enabledHosts = new Set(
    processes.flatMap((process) => (process.delivery_workers_enabled ? [process.host_id] : [])),
  );
  const rows = processes
    .filter(
      ({ delivery_workers_enabled, host_id }) =>
        delivery_workers_enabled || (named.has(host_id) && !enabledHosts.has(host_id)),
    )
    .map(toRow)
    .sort((a, b) => Number(b.enabled) - Number(a.enabled));
  const hosts = new Set(processes.map((process) => process.host_id));
  const absent = [...named].filter((host_id) => !hosts.has(host_id));
  return [...rows, ...absent.map(absentRow)];
}

function toRow(process: Process): OwnerRow {
  return {
    key: process.process_id,
    host_id: process.host_id,
    process_type: process.process_type,
    enabled: process.delivery_workers_enabled === true,
    owner: process.delivery_owner_host,
    stale: process.stale,
  };
}

function absentRow(host_id: string): OwnerRow {
  return {
    key: `absent ${host_id}`,
    host_id,
    process_type: null,
    enabled: false,
    owner: '',
    stale: false,
  };
}
