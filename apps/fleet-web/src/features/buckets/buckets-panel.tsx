import './buckets-panel.css';
import type { BucketCoverage, BucketCoverageCode } from 'fleet-core/contract/bucket-coverage';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { FoldedList } from '../../components/folded-list.tsx';
import { Panel } from '../../components/panel.tsx';
import { answerTo } from '../../format/answer-to.ts';
import { coverageFact } from './coverage-fact.ts';
import { coverageFaults } from './coverage-faults.ts';
import { needsGrid } from './grid/bucket-grid.ts';
import { BucketGridMap } from './grid/bucket-grid-map.tsx';
import { OwnersTable } from './owners/owners-table.tsx';
import { PinnedTable } from './owners/pinned-table.tsx';
import { BucketMap } from './ribbon/bucket-map.tsx';
import { RolloutLine } from './rollout-line.tsx';

const FAULTS_SHOWN = 6;

/** Verdicts whose cause is in the list of faults. */
const LISTED: readonly BucketCoverageCode[] = ['gap', 'overlap', 'owner_not_active', 'owner_stale'];

/** Who owns the buckets: the fact, the picture, what is irregular in words, and the owners. */
export function BucketsPanel({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  if (snapshot === null) return <Panel title="Bucket owners" name="buckets" />;
  const { bucket_coverage: coverage, settings, rollout } = snapshot;
  const fact = coverageFact(coverage);
  const faults = coverageFaults(coverage);
  return (
    <Panel
      title="Bucket owners"
      name="buckets"
      {...answerTo('ownership', snapshot)}
      error={errorOf(coverage)}
      fact={fact}
    >
      <BucketMap coverage={coverage} sentence={`Map of the bucket range: ${fact}`} />
      {needsGrid(coverage) && <BucketGridMap coverage={coverage} />}
      <RolloutLine rollout={rollout} />
      <div className="bucket-lists" data-faults={faults.length > 0}>
        {faults.length > 0 && (
          <div>
            <FoldedList
              label="Gaps, overlaps and unusual owners"
              shown={FAULTS_SHOWN}
              items={faults.map((fault) => (
                <span key={fault.text} className="bucket-fault" data-kind={fault.kind}>
                  <span aria-hidden="true">{fault.glyph}</span> {fault.text}
                </span>
              ))}
            />
          </div>
        )}
        <div>
          {coverage.mode !== 'pinned' && (
            <OwnersTable coverage={coverage} graceSec={settings.heartbeat_grace_sec} />
          )}
          {coverage.pinned.length > 0 && <PinnedTable pinned={coverage.pinned} />}
        </div>
      </div>
    </Panel>
  );
}

/** What the API says is wrong, unless the list of faults says just that and more. */
function errorOf({ code, error }: BucketCoverage): string | undefined {
  return LISTED.some((listed) => listed === code) ? undefined : error;
}
