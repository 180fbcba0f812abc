import type { VeriflierRows } from 'fleet-core/domain/verifliers';
import type { TableNames } from 'fleet-core/sql/schema/table-names';
import { veriflierAgents } from 'fleet-core/sql/verifliers/veriflier-agents';
import { veriflierVantages } from 'fleet-core/sql/verifliers/veriflier-vantages';
import type { Database } from '../database/database.ts';

/** What both tables hold, with the names of the rows in them that could not be decoded. */
export type VerifliersRead = { readonly rows: VeriflierRows; readonly unreadable: readonly string[] };

/**
 * Reads the vantages and their agents, side by side; rejects when either cannot be read. Undefined where the database has
 * not both tables: then there is nothing to judge.
 */
export function createVerifliersRead(
  database: Database,
  { veriflier_vantages, veriflier_agents }: TableNames,
): ((remainingMs: () => number) => Promise<VerifliersRead>) | undefined {
  if (veriflier_vantages === null || veriflier_agents === null) return undefined;
  return async (remainingMs) => {
    const [vantages, agents] = await Promise.all([
      database.read(veriflierVantages(veriflier_vantages), remainingMs()),
      database.read(veriflierAgents(veriflier_agents), remainingMs()),
    ]);
    return {
      rows: { vantages: vantages.rows, agents: agents.rows },
      unreadable: [
        ...vantages.unreadable.map((name) => `vantage ${name}`),
        ...agents.unreadable.map((name) => `agent ${name}`),
      ],
    };
  };
}
