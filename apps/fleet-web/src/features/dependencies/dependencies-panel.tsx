import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { lazy } from 'react';
import { LatePart } from '../../components/late-part.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { answerTo, factOf } from '../../format/answer-to.ts';
import { capitalised } from '../../format/names.ts';

const DependencyTable = lazy(() => import('./dependency-table.tsx'));

/** What the processes need from others, summed over all of them. */
export function DependenciesPanel({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  if (snapshot === null) return <Panel title="Dependencies" name="dependencies" />;
  const { dependencies } = snapshot;
  return (
    <Panel
      title="Dependencies"
      name="dependencies"
      {...answerTo('dependencies', snapshot)}
      fact={capitalised(factOf('dependencies', snapshot))}
    >
      {dependencies.length === 0 ? (
        <Empty>No process reports dependencies</Empty>
      ) : (
        <LatePart what="The dependencies">
          <DependencyTable dependencies={dependencies} />
        </LatePart>
      )}
    </Panel>
  );
}
