import type { TableNames } from 'fleet-core/sql/schema/table-names';
import type { Pool } from 'mysql2/promise';
import type { Incident } from '../scenarios/incident.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { databaseNowMs } from '../state/database-now.ts';
import type { FleetStateRows } from '../state/fleet-state.ts';
import { insertRows } from '../state/insert-rows.ts';
import { loadState } from '../state/load-state.ts';
import { otherProcessHealth } from '../state/other-table.ts';
import { hostValues, processValues } from '../state/row-values.ts';
import { tablesOf } from '../state/tables-of.ts';
import { siteChecks } from './check-sites.ts';
import { heartbeatsAt } from './heartbeat-step.ts';
import { queueMoves } from './queue-step.ts';
import { seeAgents } from './see-agents.ts';
import { countQueue, writeQueueMoves } from './write-queue-moves.ts';

/** What the simulator needs to know of a scenario. */
export type Scene = Pick<Scenario, 'build' | 'deliveries' | 'incident'>;

/** A scene in the database that can be moved on. */
export type LiveScene = {
  /** Moves the scene on by a second. Its verdict stays what it was. Rejects when the database does not answer. */
  tick(): Promise<void>;
};

const PROCESS_COLUMNS = [
  'updated_at',
  'active_checks',
  'queue_depth',
  'retry_queue_size',
  'dependency_health',
];

/** Loads the scene in place of all rows. `random` gives numbers in [0, 1). */
export async function loadScene(
  admin: Pool,
  scene: Scene,
  random: () => number,
  tableNames?: TableNames,
): Promise<LiveScene> {
  const state = scene.build();
  const { rows } = state;
  const tables = tableNames ?? tablesOf(state);
  const loadedMs = await loadState(admin, rows, { tableNames: tables });
  const checkSites = siteChecks(admin, tables, rows.jetpack_monitor_sites, loadedMs);
  const queues = await Promise.all(
    [
      { table: tables.webhook_deliveries, kind: 'webhook' as const },
      { table: tables.alert_deliveries, kind: 'alert' as const },
    ].map(async (queue) => ({ ...queue, atStart: await countQueue(admin, queue.table) })),
  );
  let ticks = 0;
  return {
    async tick() {
      ticks += 1;
      const nowMs = await databaseNowMs(admin);
      if (scene.incident?.kind === 'row-deleted' && scene.incident.afterSec === ticks) {
        await admin.query(`DELETE FROM ${tables.process_health} WHERE process_id = ?`, [
          scene.incident.processId,
        ]);
      }
      const { processes, owners } = heartbeatsAt(beatingAt(rows, scene.incident, ticks), ticks, random);
      const processRows = processes.map((row) => processValues(row, nowMs));
      await insertRows(admin, tables.process_health, processRows, PROCESS_COLUMNS);
      const otherRows = (rows.other_process_health ?? []).map((row) => processValues(row, nowMs));
      await insertRows(admin, otherProcessHealth(tables), otherRows, PROCESS_COLUMNS);
      const ownerRows = owners.map((row) => hostValues(row, nowMs));
      await insertRows(admin, tables.hosts, ownerRows, ['last_heartbeat']);
      await checkSites(nowMs);
      await seeAgents(admin, tables.veriflier_agents, rows.jetpack_monitor_veriflier_agents, nowMs);
      for (const queue of queues) {
        const counts = await countQueue(admin, queue.table);
        const moves = queueMoves(scene.deliveries, queue.atStart, counts, random);
        await writeQueueMoves(admin, queue, moves, ticks * 1000, nowMs);
      }
    },
  };
}

/** The rows without the process whose heartbeats have stopped by then. */
function beatingAt(rows: FleetStateRows, incident: Incident | undefined, tick: number): FleetStateRows {
  if (incident === undefined || (incident.kind === 'row-deleted' && tick < incident.afterSec)) return rows;
  return {
    ...rows,
    jetmon_process_health: rows.jetmon_process_health.filter((row) => row.process_id !== incident.processId),
  };
}
