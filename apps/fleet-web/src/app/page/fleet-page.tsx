import './fleet-page.css';
import { lazy, useMemo } from 'react';
import { useFleetView } from '../../api/view/use-fleet-view.ts';
import { FreshnessOf } from '../../components/freshness.ts';
import { LatePart } from '../../components/late-part.tsx';
import { Panel } from '../../components/panel.tsx';
import { StandingContext } from '../../components/section/standing.ts';
import { BucketsPanel } from '../../features/buckets/buckets-panel.tsx';
import { OwnersPanel } from '../../features/buckets/owners-panel.tsx';
import { CheckMarks } from '../../features/decision/check-marks.tsx';
import { DecisionCard } from '../../features/decision/decision-card.tsx';
import { VerdictBar } from '../../features/decision/verdict-bar.tsx';
import { OwnershipPanel } from '../../features/delivery/ownership-panel.tsx';
import { QueuesPanel } from '../../features/delivery/queues-panel.tsx';
import { DependenciesPanel } from '../../features/dependencies/dependencies-panel.tsx';
import { ProcessesPanel } from '../../features/processes/processes-panel.tsx';
import { SitesPanel } from '../../features/sites/sites-panel.tsx';
import { useSectionInView } from '../../location/section-in-view.ts';
import { freshnessOf } from '../freshness-of-view.ts';
import { useTab } from '../tab/use-tab.ts';
import { verdictOf } from '../verdict.ts';
import { CodesDialog } from './codes/codes-dialog.tsx';
import { DataSource } from './data-source.tsx';
import { DriftControl } from './drift/drift-control.tsx';
import { IncidentReport } from './incident/incident-report.tsx';
import { NewVersionNotice } from './new-version-notice.tsx';
import { PageControls } from './page-controls.tsx';
import { PageFooter } from './page-footer.tsx';
import { PageHeader } from './page-header.tsx';
import { VerdictDetail } from './verdict/verdict-detail.tsx';
import { VerdictSince } from './verdict/verdict-since.tsx';

const RolloutPanel = lazy(() => import('../../features/rollout/rollout-panel.tsx'));
const HistorySection = lazy(() => import('./history-section.tsx'));
const VerifliersPanel = lazy(() => import('../../features/verifliers/verifliers-panel.tsx'));

/**
 * The whole page: the decision, the map and the queues, and below them what folds while it is not in trouble. Sections keep
 * their places; what the view is decides how each is drawn.
 */
export function FleetPage() {
  const view = useFleetView();
  const freshness = useMemo(() => freshnessOf(view), [view]);
  const verdict = verdictOf(view);
  useTab(verdict);
  useSectionInView();

  const snapshot = view.kind === 'loading' ? null : (view.reading?.snapshot ?? null);
  const { code, headline } = snapshot?.decision ?? { code: '', headline: '' };
  return (
    <FreshnessOf value={freshness}>
      <StandingContext value={`${code} ${headline}`}>
        <div className="page" data-view={view.kind}>
          <a className="skip-link" href="#sections">
            Skip to the sections
          </a>
          <PageHeader settings={snapshot?.settings ?? null} />
          <NewVersionNotice
            buildId={view.kind === 'live' ? view.reading.snapshot.served_by.build_id : null}
          />
          <VerdictBar
            face={verdict.face}
            headline={verdict.headline}
            aside={<DataSource snapshot={snapshot} />}
          />
          <main>
            <DecisionCard face={verdict.face}>
              <section id="causes" className="decision-why" aria-label="Causes">
                <VerdictDetail view={view} />
              </section>
              <CheckMarks snapshot={snapshot} />
              {view.kind === 'live' && <VerdictSince snapshot={view.reading.snapshot} />}
            </DecisionCard>
            <PageControls />
            <div className="page-body" id="sections" tabIndex={-1}>
              <BucketsPanel snapshot={snapshot} />
              <QueuesPanel snapshot={snapshot} />
              {snapshot !== null && snapshot.rollout !== null && (
                <LatePart
                  what="The rollout"
                  frame={(words) => <Panel title="Rollout" name="rollout" children={words} />}
                >
                  <RolloutPanel rollout={snapshot.rollout} />
                </LatePart>
              )}
              <OwnersPanel snapshot={snapshot} />
              <OwnershipPanel snapshot={snapshot} />
              <ProcessesPanel snapshot={snapshot} />
              <SitesPanel
                snapshot={snapshot}
                control={snapshot?.projection_drift.count === 0 ? null : <DriftControl />}
              />
              <DependenciesPanel snapshot={snapshot} />
              {snapshot !== null && snapshot.verifliers !== null && (
                <LatePart
                  what="The verifliers"
                  frame={(words) => <Panel title="Verifliers" name="verifliers" children={words} />}
                >
                  <VerifliersPanel verifliers={snapshot.verifliers} snapshot={snapshot} />
                </LatePart>
              )}
              <LatePart
                what="The past"
                frame={(words) => <Panel title="Time" name="history" children={words} />}
              >
                <HistorySection snapshot={snapshot} />
              </LatePart>
            </div>
          </main>
          {snapshot !== null && <PageFooter snapshot={snapshot} />}
          <IncidentReport view={view} />
          <CodesDialog view={view} />
        </div>
      </StandingContext>
    </FreshnessOf>
  );
}
