import { setImmediate as nextTurn } from 'node:timers/promises';
import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { Process } from 'fleet-core/contract/process';

/** A millisecond or two of work. */
const PROCESSES_PER_TURN = 100;

/**
 * The snapshot as JSON text in UTF-8, all but the processes held to the contract: throws a `$ZodError` at a breach, which
 * is a fault of ours. The processes, nearly all of a large fleet's text, are written as they are and a few at a time:
 * that core makes them as the contract has it is held by its types and tests. Other requests are answered in between,
 * and no second snapshot and no text of all of it ever lie in memory.
 */
export async function snapshotJson(snapshot: FleetSnapshot): Promise<Buffer> {
  const { processes } = snapshot;
  const text = growingText();
  let separator = '{';
  for (const [name, value] of Object.entries(FleetSnapshot.parse({ ...snapshot, processes: [] }))) {
    text.add(`${separator}${JSON.stringify(name)}:`);
    if (name === 'processes') await addProcesses(processes, text);
    else text.add(JSON.stringify(value));
    separator = ',';
  }
  text.add('}');
  return text.bytes();
}

async function addProcesses(processes: readonly Process[], text: GrowingText): Promise<void> {
  text.add('[');
  for (const [i, process] of processes.entries()) {
    if (i % PROCESSES_PER_TURN === 0) await nextTurn();
    text.add((i === 0 ? '' : ',') + JSON.stringify(process));
  }
  text.add(']');
}

type GrowingText = { add(text: string): void; bytes(): Buffer };

/** Text as bytes in one piece of memory, which grows by doubling. */
function growingText(): GrowingText {
  let memory = Buffer.allocUnsafeSlow(16_384);
  let length = 0;
  return {
    add(text) {
      const most = length + 3 * text.length;
      if (most > memory.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(most, 2 * memory.length));
        memory.copy(larger, 0, 0, length);
        memory = larger;
      }
      length += memory.write(text, length);
    },
    bytes: () => memory.subarray(0, length),
  };
}
