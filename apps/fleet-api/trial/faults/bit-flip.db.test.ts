import fc from 'fast-check';
import { processHealth } from 'fleet-core/sql/process-health';
import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import { dynamicHealthy } from 'fleet-lab/scenarios/rollout/dynamic-healthy';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/database/database.ts';
import { DatabaseFailure } from '../../src/database/database-failure.ts';
import { useFleetDatabase } from '../harness/fixtures/use-fleet-database.ts';
import { startFaultProxy } from '../harness/network/fault-proxy.ts';
import type { NetworkFault } from '../harness/network/network-fault.ts';

const DEADLINE_MS = 300;
/** Each lane has a connection of its own; a corrupt stream often takes the whole deadline. */
const LANES = 10;
const RUNS_PER_LANE = Number(process.env.FLEET_FUZZ_RUNS ?? 300) / LANES;

const database = useFleetDatabase(dynamicHealthy.build().rows);

/** Positions in the greeting and in all that follows it, as bytes. */
const position = fc.oneof(fc.nat(120), fc.nat(250), fc.nat(6000));
const arbitraryFault: fc.Arbitrary<NetworkFault> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('flip' as const),
      bit: fc.tuple(position, fc.nat(7)).map(([byte, bit]) => byte * 8 + bit),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), afterBytes: position }) },
);

/** What a read over a damaged connection gives: every row, read or named, or the class of its failure. */
async function readOver(fault: NetworkFault): Promise<string> {
  const proxy = await startFaultProxy(database().reader);
  await proxy.set(fault);
  const reader = openDatabase({ ...proxy.reader, statementTimeoutMs: DEADLINE_MS });
  try {
    const { rows, unreadable } = await reader.read(processHealth(TABLE_NAMES.jetmon), DEADLINE_MS);
    return `${rows.length + unreadable.length} rows`;
  } catch (error) {
    // One bit of the greeting changes how the server reads our statements, and it finds them faulty (1064).
    return error instanceof DatabaseFailure && !error.isOurs ? error.failureClass : String(error);
  } finally {
    reader.close();
    await proxy.close();
  }
}

describe.concurrent('over a connection that is damaged at any byte', () => {
  it.for(Array.from({ length: LANES }, (_, lane) => lane))(
    'a read fails in its class or accounts for every row, and the process lives (%i)',
    async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryFault, async (fault) => {
          const outcome = await readOver(fault);
          expect(outcome).toMatch(
            /^8 rows$|^(unreachable|timeout|schema|denied|too_many_connections|session|internal)$/,
          );
        }),
        { numRuns: RUNS_PER_LANE },
      );
    },
  );
});
