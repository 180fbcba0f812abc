import { expect } from 'vitest';
import type { FailureClass } from '../../src/database/database-failure.ts';
import type { Endured } from './endure-fault.ts';
import type { FaultStage } from './fault-stage.ts';

const LONGEST_RECOVERY_MS = 6000;

/** The promise made for every fault of the database. */
export function expectPromise(
  endured: Endured,
  { proxy }: FaultStage,
  longestRecoveryMs = LONGEST_RECOVERY_MS,
): void {
  expect(endured.wrong.slice(0, 3)).toEqual([]);
  expect(endured.worstLatencyMs).toBeLessThan(3200);
  expect(endured.recoveryMs).toBeLessThan(longestRecoveryMs);
  expect(endured.mostConnections).toBeLessThanOrEqual(4);
  expect(endured.leftRunning).toBe(0);
  expect(proxy.connectionsOpen()).toBeLessThanOrEqual(4);
}

/** That clients were told of the fault, and the log of its class. */
export function expectTold(endured: Endured, { api }: FaultStage, failureClass: FailureClass): void {
  expect(endured.problemCount).toBeGreaterThan(0);
  // Pauses that grow from 150 ms to 2.4 s have room for five reads in 4 s; one needs up to eight connections.
  const reads = 5 + Math.max(0, endured.lastedMs - 4000) / 2400;
  expect(endured.attempts).toBeLessThanOrEqual(8 * reads);
  expect(api.logged).toContainEqual(
    expect.objectContaining({ source: 'snapshot', failure_class: failureClass }),
  );
}
