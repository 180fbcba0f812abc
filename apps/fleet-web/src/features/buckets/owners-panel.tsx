import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { lazy } from 'react';
import { LatePart } from '../../components/late-part.tsx';
import { Panel } from '../../components/panel.tsx';
import { ownersText } from './coverage-fact.ts';

const BucketOwners = lazy(() => import('./owners/bucket-owners.tsx'));

/** The map in words and numbers: who owns which range, and how fresh that is. What is wrong with it, the map says itself. */
export function OwnersPanel({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  if (snapshot === null) return <Panel title="Ranges by host" name="ranges" />;
  const { bucket_coverage: coverage, settings } = snapshot;
  return (
    <Panel title="Ranges by host" name="ranges" fact={ownersText(coverage)}>
      <LatePart what="The ranges">
        <BucketOwners coverage={coverage} graceSec={settings.heartbeat_grace_sec} />
      </LatePart>
    </Panel>
  );
}
