import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { useMemo } from 'react';
import { useFleetView } from '../../api/view/use-fleet-view.ts';
import { FreshnessOf } from '../../components/freshness.ts';
import { coverageFact } from '../../features/buckets/coverage-fact.ts';
import { BucketMap } from '../../features/buckets/ribbon/bucket-map.tsx';
import { useRedAlarm } from '../../features/wall/alarm/use-red-alarm.ts';
import { useWakeLock } from '../../features/wall/alarm/use-wake-lock.ts';
import { WallCard } from '../../features/wall/card/wall-card.tsx';
import { WallStep } from '../../features/wall/card/wall-step.tsx';
import { useWallUnit } from '../../features/wall/screen/use-wall-unit.ts';
import { WallBody } from '../../features/wall/screen/wall-body.tsx';
import { WallScreen } from '../../features/wall/screen/wall-screen.tsx';
import { LEAST_TYPE } from '../../features/wall/screen/wall-type.ts';
import { WallCoverage } from '../../features/wall/wall-coverage.tsx';
import { answerTo } from '../../format/answer-to.ts';
import { firstToDo } from '../../format/first-to-do.ts';
import { freshnessOf } from '../freshness-of-view.ts';
import { useSelfReload } from '../self-reload/use-self-reload.ts';
import { useTab } from '../tab/use-tab.ts';
import { useSteadyVerdict } from './use-steady-verdict.ts';
import { useWayBack } from './use-way-back.ts';
import { WallReason, WallSince } from './wall-detail.tsx';
import { WallHistory } from './wall-history.tsx';
import { WallQueues } from './wall-queues.tsx';
import type { WallSettings } from './wall-settings.ts';

/** The fleet on a screen across the room. */
export function WallPage({ settings }: { readonly settings: WallSettings }) {
  const view = useFleetView();
  const freshness = useMemo(() => freshnessOf(view), [view]);
  const { verdict, steady } = useSteadyVerdict(view);
  const unit = useWallUnit(settings.scale);
  const isRed = steady.shown === null ? null : steady.shown === 'stop';
  const marks = [useRedAlarm(settings.sound, isRed), useWakeLock(settings.awake)];
  useTab(verdict);
  useWayBack();
  useSelfReload(view, view.kind === 'live' && isRed === false);

  const told = view.kind === 'live' ? firstToDo(view.reading.snapshot) : undefined;
  const snapshot = view.kind === 'loading' ? null : (view.reading?.snapshot ?? null);
  return (
    <FreshnessOf value={freshness}>
      <WallScreen
        view={view.kind}
        card={
          <WallCard
            face={verdict.face}
            headline={verdict.headline}
            environment={snapshot?.settings.environment ?? null}
            since={<WallSince view={view} steady={steady} />}
            reason={<WallReason view={view} told={told} />}
            step={told?.steps[0] && <WallStep step={told.steps[0]} />}
          />
        }
        body={
          snapshot && (
            <WallBody
              snapshot={snapshot}
              told={told}
              parts={[
                <Coverage key="coverage" snapshot={snapshot} typePx={LEAST_TYPE * unit} />,
                <WallQueues key="queues" snapshot={snapshot} />,
              ]}
              history={<WallHistory snapshot={snapshot} />}
            />
          )
        }
        marks={marks.filter((mark) => mark !== null)}
      />
    </FreshnessOf>
  );
}

type CoverageProps = { readonly snapshot: FleetSnapshot; readonly typePx: number };

function Coverage({ snapshot, typePx }: CoverageProps) {
  const { bucket_coverage: coverage } = snapshot;
  const fact = coverageFact(coverage);
  const map = <BucketMap coverage={coverage} typePx={typePx} sentence={`Map of the bucket range: ${fact}`} />;
  return <WallCoverage answer={answerTo('ownership', snapshot)} fact={fact} map={map} />;
}
