import type { BucketCoverage } from 'fleet-core/contract/bucket-coverage';
import { useMemo } from 'react';
import { useFleetView } from '../api/use-fleet-view.ts';
import { FreshnessContext } from '../components/freshness.ts';
import { BucketMap } from '../features/buckets/bucket-map.tsx';
import { coverageFact } from '../features/buckets/coverage-fact.ts';
import { useRedAlarm } from '../features/wall/use-red-alarm.ts';
import { useWakeLock } from '../features/wall/use-wake-lock.ts';
import { useWallUnit } from '../features/wall/use-wall-unit.ts';
import { WallBanner } from '../features/wall/wall-banner.tsx';
import { WallCoverage } from '../features/wall/wall-coverage.tsx';
import { WallScreen } from '../features/wall/wall-screen.tsx';
import { LEAST_TYPE } from '../features/wall/wall-type.ts';
import { freshnessOf } from './freshness-of-view.ts';
import { useSelfReload } from './use-self-reload.ts';
import { useSteadyVerdict } from './use-steady-verdict.ts';
import { useTab } from './use-tab.ts';
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
  const marks = [useRedAlarm(settings.sound, steady.shown), useWakeLock(settings.awake)];
  useTab(verdict);
  useSelfReload(view, view.kind === 'live' && steady.shown !== 'red');

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
            asPlanned={verdict.asPlanned}
            environment={snapshot?.settings.environment ?? null}
          >
            <WallDetail view={view} steady={steady} />
          </WallBanner>
        }
        coverage={snapshot && <Coverage coverage={snapshot.bucket_coverage} typePx={LEAST_TYPE * unit} />}
        delivery={snapshot && <WallQueues snapshot={snapshot} />}
        history={snapshot && <WallHistory snapshot={snapshot} />}
        marks={marks.filter((mark) => mark !== null)}
      />
    </FreshnessContext>
  );
}

type CoverageProps = { readonly coverage: BucketCoverage; readonly typePx: number };

function Coverage({ coverage, typePx }: CoverageProps) {
  const fact = coverageFact(coverage);
  const map = <BucketMap coverage={coverage} typePx={typePx} sentence={`Map of the bucket range: ${fact}`} />;
  return <WallCoverage level={coverage.status} fact={fact} map={map} />;
}
