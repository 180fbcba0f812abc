import { setImmediate as nextTurn } from 'node:timers/promises';
import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { Process } from 'fleet-core/contract/process';

/** Some milliseconds of work. */
const PROCESSES_PER_TURN = 250;

/**
 * The snapshot as JSON text in UTF-8, held to the contract. Throws a `ZodError` at a breach, which is a fault of
 * ours. The processes, nearly all of a large fleet's text, are checked and written a few at a time: other requests
 * are answered in between, and no second snapshot and no text of all of it ever lie in memory.
 */
export async function snapshotJson(snapshot: FleetSnapshot): Promise<Buffer> {
  const { processes } = snapshot;
  const parts: Buffer[] = [];
  let separator = '{';
  for (const [name, value] of Object.entries(FleetSnapshot.parse({ ...snapshot, processes: [] }))) {
    parts.push(Buffer.from(`${separator}${JSON.stringify(name)}:`));
    if (name === 'processes') await pushProcesses(processes, parts);
    else parts.push(Buffer.from(JSON.stringify(value)));
    separator = ',';
  }
  parts.push(Buffer.from('}'));
  return Buffer.concat(parts);
}

async function pushProcesses(processes: readonly Process[], parts: Buffer[]): Promise<void> {
  let separator = '';
  parts.push(Buffer.from('['));
  for (let start = 0; start < processes.length; start += PROCESSES_PER_TURN) {
    await nextTurn();
    const some = processes.slice(start, start + PROCESSES_PER_TURN);
    parts.push(Buffer.from(separator + some.map((one) => JSON.stringify(Process.parse(one))).join(',')));
    separator = ',';
  }
  parts.push(Buffer.from(']'));
}
