import './fleet-page.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { lazy, type ReactNode, useMemo } from 'react';
import { useFleetView } from '../../api/use-fleet-view.ts';
import { FreshnessContext } from '../../components/freshness.ts';
import { LatePart } from '../../components/late-part.tsx';
import { Panel } from '../../components/panel.tsx';
import { BucketsPanel } from '../../features/buckets/buckets-panel.tsx';
import { ChecklistPanel } from '../../features/checklist/checklist-panel.tsx';
import { OwnershipPanel } from '../../features/delivery/ownership-panel.tsx';
import { QueuesPanel } from '../../features/delivery/queues-panel.tsx';
import { DependenciesPanel } from '../../features/dependencies/dependencies-panel.tsx';
import { ProcessesPanel } from '../../features/processes/processes-panel.tsx';
import { RollupPanel } from '../../features/rollup/rollup-panel.tsx';
import { CausesPanel } from '../../features/verdict/causes-panel.tsx';
import { ProcessCounts } from '../../features/verdict/process-counts.tsx';
import { VerdictBar } from '../../features/verdict/verdict-bar.tsx';
import { freshnessOf } from '../freshness-of-view.ts';
import { useTab } from '../tab/use-tab.ts';
import { verdictOf } from '../verdict.ts';
import { DataSource } from './data-source.tsx';
import { DriftControl } from './drift-control.tsx';
import { NewVersionNotice } from './new-version-notice.tsx';
import { PageFooter } from './page-footer.tsx';
import { PageHeader } from './page-header.tsx';
import { VerdictDetail } from './verdict-detail.tsx';

const HistorySection = lazy(() => import('./history-section.tsx'));

/** The whole page. Sections keep their places; what the view is decides how each is drawn. */
export function FleetPage() {
  const view = useFleetView();
  const freshness = useMemo(() => freshnessOf(view), [view]);
  const verdict = verdictOf(view);
  useTab(verdict);

  const snapshot = view.kind === 'loading' ? null : (view.reading?.snapshot ?? null);
  return (
    <FreshnessContext value={freshness}>
      <div className="page" data-view={view.kind}>
        <PageHeader settings={snapshot?.settings ?? null} />
        <NewVersionNotice buildId={view.kind === 'live' ? view.reading.snapshot.served_by.build_id : null} />
        <VerdictBar
          face={verdict.face}
          headline={verdict.headline}
          aside={
            <div className="verdict-aside">
              {view.kind === 'live' && <ProcessCounts summary={view.reading.snapshot.summary} />}
              <DataSource settings={snapshot?.settings ?? null} />
            </div>
          }
        >
          <VerdictDetail view={view} />
        </VerdictBar>
        <main className="page-body">
          <div className="page-pair" data-of="decision">
            <ChecklistPanel snapshot={snapshot} controls={controlsOf(snapshot)} />
            <CausesPanel snapshot={snapshot} />
          </div>
          <RollupPanel snapshot={snapshot} />
          <BucketsPanel snapshot={snapshot} />
          <div className="page-pair">
            <QueuesPanel snapshot={snapshot} />
            <OwnershipPanel snapshot={snapshot} />
          </div>
          <ProcessesPanel snapshot={snapshot} />
          <DependenciesPanel dependencies={snapshot?.dependencies ?? null} />
          <LatePart what="The past" frame={(words) => <Panel title="Time" name="history" children={words} />}>
            <HistorySection snapshot={snapshot} />
          </LatePart>
        </main>
        {snapshot !== null && <PageFooter snapshot={snapshot} />}
      </div>
    </FreshnessContext>
  );
}

/** Sites that drift can be looked at wherever there may be some. */
function controlsOf(snapshot: FleetSnapshot | null): ReadonlyMap<string, ReactNode> {
  return new Map(snapshot?.projection_drift.count === 0 ? [] : [['drift', <DriftControl key="drift" />]]);
}
