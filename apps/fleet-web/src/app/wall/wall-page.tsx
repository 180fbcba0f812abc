import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { useMemo } from 'react';
import { useFleetView } from '../../api/use-fleet-view.ts';
import { FreshnessContext } from '../../components/freshness.ts';
import { coverageFact } from '../../features/buckets/coverage-fact.ts';
import { BucketMap } from '../../features/buckets/ribbon/bucket-map.tsx';
import { useRedAlarm } from '../../features/wall/alarm/use-red-alarm.ts';
import { useWakeLock } from '../../features/wall/alarm/use-wake-lock.ts';
import { WallBanner } from '../../features/wall/banner/wall-banner.tsx';
import { useWallUnit } from '../../features/wall/screen/use-wall-unit.ts';
import { WallScreen } from '../../features/wall/screen/wall-screen.tsx';
import { LEAST_TYPE } from '../../features/wall/screen/wall-type.ts';
import { WallCoverage } from '../../features/wall/wall-coverage.tsx';
import { answerTo } from '../../format/answer-to.ts';
import { freshnessOf } from '../freshness-of-view.ts';
import { useSelfReload } from '../self-reload/use-self-reload.ts';
import { useTab } from '../tab/use-tab.ts';
import { useSteadyVerdict } from './use-steady-verdict.ts';
import { WallDetail } from './wall-detail.tsx';
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
  useSelfReload(view, view.kind === 'live' && isRed === false);

  const snapshot = view.kind === 'loading' ? null : (view.reading?.snapshot ?? null);
  return (
    <FreshnessContext value={freshness}>
      <WallScreen
        view={view.kind}
        snapshot={snapshot}
        banner={
          <WallBanner
            face={verdict.face}
            headline={verdict.headline}
            environment={snapshot?.settings.environment ?? null}
          >
            <WallDetail view={view} steady={steady} />
          </WallBanner>
        }
        coverage={snapshot && <Coverage snapshot={snapshot} typePx={LEAST_TYPE * unit} />}
        delivery={snapshot && <WallQueues snapshot={snapshot} />}
        history={snapshot && <WallHistory snapshot={snapshot} />}
        marks={marks.filter((mark) => mark !== null)}
      />
    </FreshnessContext>
  );
}

type CoverageProps = { readonly snapshot: FleetSnapshot; readonly typePx: number };

function Coverage({ snapshot, typePx }: CoverageProps) {
  const { bucket_coverage: coverage } = snapshot;
  const fact = coverageFact(coverage);
  const map = <BucketMap coverage={coverage} typePx={typePx} sentence={`Map of the bucket range: ${fact}`} />;
  return <WallCoverage answer={answerTo('ownership', snapshot)} fact={fact} map={map} />;
}
