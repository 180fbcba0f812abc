import type { GateQuestion } from '../../contract/answers/gate.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Closed } from '../../contract/scalars.ts';
import { judgeGate } from './gate.ts';

const MAY_ADVANCE: Closed<GateQuestion> = {
  for: 'advance',
  host: null,
  buckets: null,
  max: 'green',
  ignore: [],
};

/** Whether the gate lets the fleet advance, with nothing ignored: the one yes of whatever has only a yes or a no to tell. */
export function mayAdvance(snapshot: Closed<FleetSnapshot>): boolean {
  return judgeGate(snapshot, MAY_ADVANCE).ok;
}
