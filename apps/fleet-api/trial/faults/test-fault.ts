import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import type { FailureClass } from '../../src/database/database-failure.ts';
import type { Fault } from '../harness/make-fault.ts';
import { type Endured, endureFault } from './endure-fault.ts';
import { expectPromise, expectTold } from './expect-promise.ts';
import { noteFigures } from './fault-figures.ts';
import { setFaultStage } from './fault-stage.ts';

/** A fault with what it is called in tests and in the table of figures. */
export type NamedFault = Fault & {
  readonly title: string;
  /** The class in which it is told; left out where clients need not notice it. */
  readonly failureClass?: FailureClass;
  /** How long the API keeps a snapshot, where reads have to lie further apart: they come in its second half. */
  readonly cacheTtlMs?: number;
  /** Further settings of the API. */
  readonly settings?: Record<string, string>;
  /** What is promised of the recovery where that is not the promise for all faults. */
  readonly longestRecoveryMs?: number;
};

/** Lets 50 clients endure a fault of this database and holds the API to its promise. */
export async function testFault(database: LabDatabase, fault: NamedFault): Promise<Endured> {
  const stage = await setFaultStage(database, fault.cacheTtlMs, fault.settings);
  try {
    const endured = await endureFault(stage, fault, fault.failureClass !== undefined);
    noteFigures(fault.title, endured);
    expectPromise(endured, stage, fault.longestRecoveryMs);
    if (fault.failureClass !== undefined) expectTold(endured, stage, fault.failureClass);
    return endured;
  } finally {
    await stage.close();
  }
}

/** The same on a database that is made for it. */
export async function testFaultOfDatabase(fault: NamedFault): Promise<void> {
  const database = await createTestDatabase();
  await testFault(database, fault).finally(() => database.drop());
}
