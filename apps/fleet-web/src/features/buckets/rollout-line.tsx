import './rollout-line.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';

/** How far the rollout has come and what "advance" means now; nothing where an older API does not tell. */
export function RolloutLine({ rollout }: Pick<FleetSnapshot, 'rollout'>) {
  if (rollout === null) return null;
  const { progress, advance, unknown_because } = rollout;
  const step = advance ?? `not known, because ${unknown_because}`;
  return (
    <p className="rollout-line">
      {progress !== null && `${progress} · `}next step: {step}
    </p>
  );
}
