import './causes-panel.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { useId } from 'react';
import { Panel } from '../../components/panel.tsx';
import { useFold } from '../../components/use-fold.tsx';
import { countOf } from '../../format/count.ts';
import { CauseItem } from './cause-item.tsx';
import { causeKeys } from './cause-keys.ts';

const CAUSES_SHOWN = 6;

/** What is wrong with the fleet, once each, the most urgent first and open. */
export function CausesPanel({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  if (snapshot === null) return <Panel title="Causes" name="causes" />;
  const { causes, summary } = snapshot;
  const fact =
    causes.length === 0
      ? 'none: no issue was found'
      : `${countOf(causes.length, 'cause')} behind ${countOf(summary.issue_details.length, 'issue')}`;
  return (
    <Panel title="Causes" name="causes" fact={fact}>
      {causes.length === 0 ? null : <Causes snapshot={snapshot} />}
    </Panel>
  );
}

function Causes({ snapshot }: { readonly snapshot: FleetSnapshot }) {
  const id = useId();
  const { visible, button } = useFold(snapshot.causes, CAUSES_SHOWN, id);
  const keys = causeKeys(visible);
  return (
    <>
      <ul id={id} className="causes" aria-label="Causes">
        {visible.map((cause, place) => (
          <CauseItem key={keys[place]} cause={cause} isFirst={place === 0} snapshot={snapshot} />
        ))}
      </ul>
      {button}
    </>
  );
}
