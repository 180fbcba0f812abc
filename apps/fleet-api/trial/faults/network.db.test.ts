import { describe, it } from 'vitest';
import { networkFault } from '../harness/make-fault.ts';
import { type NamedFault, testFaultOfDatabase } from './test-fault.ts';

const FAULTS: NamedFault[] = [
  { title: 'refuses connections', failureClass: 'unreachable', ...networkFault({ kind: 'refuse' }) },
  { title: 'swallows everything', failureClass: 'timeout', ...networkFault({ kind: 'black-hole' }) },
  { title: 'resets connections', failureClass: 'unreachable', ...networkFault({ kind: 'reset' }) },
  { title: 'delays everything by 100 ms', ...networkFault({ kind: 'delay', delayMs: 100 }) },
  {
    // Two answers one after the other, the least that a snapshot takes, are then past the deadline of 2.5 s.
    title: 'delays everything by 1.5 s',
    failureClass: 'timeout',
    ...networkFault({ kind: 'delay', delayMs: 1500 }),
  },
  {
    title: 'cuts connections in the greeting',
    failureClass: 'unreachable',
    ...networkFault({ kind: 'cut', afterBytes: 20 }),
  },
  {
    title: 'cuts connections in the rows',
    failureClass: 'unreachable',
    ...networkFault({ kind: 'cut', afterBytes: 1500 }),
  },
  {
    title: 'stalls after the greeting',
    failureClass: 'timeout',
    ...networkFault({ kind: 'stall-after-greeting' }),
  },
];

describe.concurrent('with 50 clients, while the network to the database', () => {
  it.for(FAULTS)('$title, each is answered in time and truly, and it heals by itself', (fault) =>
    testFaultOfDatabase(fault),
  );
});
