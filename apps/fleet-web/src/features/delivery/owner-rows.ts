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
  const named = namedOwners(all);
  const absent = new Set(named);
  const enabledHosts = new Set<string>();
  const concerned: Process[] = [];
  // Of thousands of processes nearly none is concerned: no list is made of the others.
  for (const process of all) {
    if (process.retired) continue;
    absent.delete(process.host_id);
    if (process.delivery_workers_enabled) enabledHosts.add(process.host_id);
    if (process.delivery_workers_enabled || named.has(process.host_id)) concerned.push(process);
  }
  const rows = concerned
    .filter(({ delivery_workers_enabled, host_id }) => delivery_workers_enabled || !enabledHosts.has(host_id))
    .map(toRow)
    .sort((a, b) => Number(b.enabled) - Number(a.enabled));
  return [...rows, ...Array.from(absent, absentRow)];
}

function namedOwners(all: readonly Process[]): ReadonlySet<string> {
  const told = new Set<string>();
  for (const { retired, delivery_owner_host } of all) if (!retired) told.add(delivery_owner_host);
  const named = new Set(Array.from(told, (host_id) => host_id.trim()));
  named.delete('');
  return named;
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
