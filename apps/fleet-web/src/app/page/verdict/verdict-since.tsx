import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { Age } from '../../../components/age.tsx';
import { secondsBetween } from '../../../format/utc-time.ts';

/** Since when the verdict stands, where the API knows. */
export function VerdictSince({ snapshot: { decision, generated_at } }: { readonly snapshot: FleetSnapshot }) {
  const { since } = decision;
  if (since === undefined) return null;
  return (
    <p className="verdict-since">
      Stands for at least <Age seconds={secondsBetween(since, generated_at)} instant={since} />
    </p>
  );
}
