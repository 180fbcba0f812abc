import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import { describe, it } from 'vitest';
import type { NetworkFault } from '../harness/network-fault.ts';
import { type NamedFault, testFault } from './test-fault.ts';

type Told = Pick<NamedFault, 'title' | 'failureClass'>;

function networkFault(told: Told, fault: NetworkFault): NamedFault {
  return {
    ...told,
    begin: ({ proxy }) => proxy.set(fault),
    end: ({ proxy }) => proxy.set({ kind: 'pass' }),
  };
}

const FAULTS: NamedFault[] = [
  networkFault({ title: 'refuses connections', failureClass: 'unreachable' }, { kind: 'refuse' }),
  networkFault({ title: 'swallows everything', failureClass: 'timeout' }, { kind: 'black-hole' }),
  networkFault({ title: 'resets connections', failureClass: 'unreachable' }, { kind: 'reset' }),
  networkFault({ title: 'delays everything by 100 ms' }, { kind: 'delay', delayMs: 100 }),
  networkFault(
    { title: 'delays everything by 1 s', failureClass: 'timeout' },
    { kind: 'delay', delayMs: 1000 },
  ),
  networkFault(
    { title: 'cuts connections in the greeting', failureClass: 'unreachable' },
    { kind: 'cut', afterBytes: 20 },
  ),
  networkFault(
    { title: 'cuts connections in the rows', failureClass: 'unreachable' },
    { kind: 'cut', afterBytes: 1500 },
  ),
  networkFault(
    { title: 'stalls after the greeting', failureClass: 'timeout' },
    { kind: 'stall-after-greeting' },
  ),
];

describe.concurrent('with 50 clients, while the network to the database', () => {
  it.for(FAULTS)('$title, each is answered in time and truly, and it heals by itself', async (fault) => {
    const database = await createTestDatabase();
    await testFault(database, fault).finally(() => database.drop());
  });
});
