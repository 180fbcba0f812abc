import type { PrivateServer } from 'fleet-lab/database/private-server';
import {
  becomesReadOnly,
  connectionsKilled,
  connectionsLimited,
  type Fault,
  networkFault,
  serverEnds,
  serverStandsStill,
  tableGone,
  tableLocked,
} from '../harness/make-fault.ts';

export type SoakFault = Fault & { readonly title: string };

const PROCESSES = 'jetmon_process_health';

/** Every fault that a soak on this server draws from. */
export function soakFaults(server: PrivateServer): readonly SoakFault[] {
  return [
    { title: 'refuses', ...networkFault({ kind: 'refuse' }) },
    { title: 'swallows', ...networkFault({ kind: 'black-hole' }) },
    { title: 'resets', ...networkFault({ kind: 'reset' }) },
    { title: 'delays by 300 ms', ...networkFault({ kind: 'delay', delayMs: 300 }) },
    { title: 'cuts after 20 bytes', ...networkFault({ kind: 'cut', afterBytes: 20 }) },
    { title: 'cuts after 3,000 bytes', ...networkFault({ kind: 'cut', afterBytes: 3000 }) },
    // One of its numbering: a flip in the scramble looks like a wrong password, which is not tried again so soon.
    { title: 'flips a bit of the greeting', ...networkFault({ kind: 'flip', bit: 28 }) },
    { title: 'stalls after the greeting', ...networkFault({ kind: 'stall-after-greeting' }) },
    { title: 'killed', ...serverEnds(server, 'killed') },
    { title: 'restarted', ...serverEnds(server, 'shut down') },
    { title: 'stands still', ...serverStandsStill(server) },
    { title: 'a table is gone', ...tableGone(PROCESSES) },
    { title: 'a table is locked', ...tableLocked(PROCESSES) },
    { title: 'connections are killed', ...connectionsKilled(500) },
    { title: 'one connection is granted', ...connectionsLimited(1) },
    { title: 'becomes read-only', ...becomesReadOnly() },
  ];
}
