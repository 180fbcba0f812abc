import './rollout-line.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';

/** What "advance" means now, which says how far the rollout has come; nothing where an older API does not tell. */
export function RolloutLine({ rollout }: Pick<FleetSnapshot, 'rollout'>) {
  if (rollout === null) return null;
  const { advance, unknown_because } = rollout;
  return <p className="rollout-line">Next step: {advance ?? `not known, because ${unknown_because}`}</p>;
}
