import './buckets-panel.css';
import type { BucketCoverage, BucketCoverageCode } from 'fleet-core/contract/bucket-coverage';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { FoldedList } from '../../components/folded-list.tsx';
import { filteredPlace } from '../../components/handle/places.ts';
import { Panel } from '../../components/panel.tsx';
import { answerTo } from '../../format/answer-to.ts';
import { PageLink } from '../../location/page-link.tsx';
import { coverageFact } from './coverage-fact.ts';
import { coverageFaults } from './coverage-faults.ts';
import { needsGrid } from './grid/bucket-grid.ts';
import { BucketGridMap } from './grid/bucket-grid-map.tsx';
import { BucketMap } from './ribbon/bucket-map.tsx';
import type { LinkOf } from './ribbon/owner-segment.tsx';

const FAULTS_SHOWN = 6;

/** Verdicts whose cause is in the list of faults. */
const LISTED: readonly BucketCoverageCode[] = ['gap', 'overlap', 'owner_not_active', 'owner_stale'];

/** Who owns the buckets: the fact, the picture, and what is irregular in words. */
export function BucketsPanel({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  if (snapshot === null) return <Panel title="Bucket owners" name="buckets" opens />;
  const { bucket_coverage: coverage } = snapshot;
  const fact = coverageFact(coverage);
  const faults = coverageFaults(coverage);
  return (
    <Panel
      title="Bucket owners"
      name="buckets"
      opens
      {...answerTo('ownership', snapshot)}
      error={errorOf(coverage)}
      fact={fact}
    >
      <BucketMap coverage={coverage} sentence={`Map of the bucket range: ${fact}`} linkOf={linkToHost} />
      {needsGrid(coverage) && <BucketGridMap coverage={coverage} />}
      {faults.length > 0 && (
        <FoldedList label="Gaps, overlaps and unusual owners" shown={FAULTS_SHOWN} items={faults}>
          {({ kind, glyph, text }) => (
            <span className="bucket-fault" data-kind={kind}>
              <span aria-hidden="true">{glyph}</span> {text}
            </span>
          )}
        </FoldedList>
      )}
    </Panel>
  );
}

/** For a pointer alone: by keys the same links are in the list of ranges. */
const linkToHost: LinkOf = (host_id, drawn) => (
  <PageLink to={filteredPlace(['host', host_id])} tabIndex={-1}>
    {drawn}
  </PageLink>
);

/** What the API says is wrong, unless the list of faults says just that and more. */
function errorOf({ code, error }: BucketCoverage): string | undefined {
  return LISTED.some((listed) => listed === code) ? undefined : error;
}
