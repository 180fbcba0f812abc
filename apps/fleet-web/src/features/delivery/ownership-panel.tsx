import './ownership-panel.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { lazy } from 'react';
import { LatePart } from '../../components/late-part.tsx';
import { Panel } from '../../components/panel.tsx';
import { answerTo, factOf } from '../../format/answer-to.ts';
import { capitalised } from '../../format/names.ts';

const OwnerTable = lazy(() => import('./owner-table.tsx'));

/** Who takes the queued deliveries, and whether it is one owner. */
export function OwnershipPanel({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  if (snapshot === null) return <Panel title="Delivery ownership" name="ownership" />;
  return (
    <Panel
      title="Delivery ownership"
      name="ownership"
      {...answerTo('delivery_owner', snapshot)}
      fact={capitalised(factOf('delivery_owner', snapshot))}
    >
      <LatePart what="The deliveries by host">
        <OwnerTable processes={snapshot.processes} />
      </LatePart>
    </Panel>
  );
}
