import { findServerSoftware } from 'fleet-lab/database/server-software';
import { expect, it } from 'vitest';
import { runSoak } from './run-soak.ts';
import { soakReport } from './soak-figures.ts';

it.skipIf(findServerSoftware() === null)(
  'one minute of random faults leaves the process alive, its promise kept and nothing piled up (needs MariaDB or MySQL installed)',
  async () => {
    const figures = await runSoak({
      minutes: 1,
      clientCount: 100,
      calmMs: [300, 1000],
      faultMs: [500, 4000],
      onFault: () => {},
    });
    const report = soakReport(figures);
    expect([figures.wrong, figures.lies], report).toEqual([[], 0]);
    expect([figures.exitedEarly, figures.unhandled], report).toEqual([null, 0]);
    expect(Object.keys(figures.answersByStatus), report).toEqual(['200', '503']);
    expect(figures.worstLatencyMs, report).toBeLessThan(3200);
    expect(figures.mostConnections, report).toBeLessThanOrEqual(4);
    expect(figures.worstRecoveryMs, report).toBeLessThan(6000);
    expect(figures.descriptorsAtEnd - figures.descriptorsAtStart, report).toBeLessThanOrEqual(10);
  },
  180_000,
);
