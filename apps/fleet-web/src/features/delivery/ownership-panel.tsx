import './ownership-panel.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { Panel } from '../../components/panel.tsx';
import { answerTo } from '../../format/answer-to.ts';
import { capitalised } from '../../format/names.ts';
import { OwnerTable } from './owner-table.tsx';

/** Who takes the queued deliveries, and whether it is one owner. */
export function OwnershipPanel({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  if (snapshot === null) return <Panel title="Delivery ownership" name="ownership" />;
  return (
    <Panel title="Delivery ownership" name="ownership" {...answerTo('delivery_owner', snapshot)}>
      <p className="posture-message">{capitalised(snapshot.delivery.posture.message)}</p>
      <OwnerTable processes={snapshot.processes} />
    </Panel>
  );
}
