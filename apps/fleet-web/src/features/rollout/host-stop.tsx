import type { RolloutHost } from 'fleet-core/contract/rollout';
import { filteredPlace } from '../../components/handle/places.ts';
import { formatBuckets } from '../../format/bucket-range.ts';
import { NOT_READ } from '../../format/count.ts';
import { formatUtc } from '../../format/utc-time.ts';
import { PageLink } from '../../location/page-link.tsx';
import { phaseLook } from './phase-look.ts';

type Props = { readonly host: RolloutHost; readonly isNext: boolean };

/** One host on the rail: where it stands, what it holds, what is planned otherwise. A click filters the processes by it. */
export function HostStop({ host, isNext }: Props) {
  const { host_id, phase, range, buckets, version, since, planned } = host;
  const { glyph, word } = phaseLook(phase);
  return (
    <PageLink
      className="stop"
      data-phase={phase}
      data-next={isNext}
      data-unlike={planned?.same === false}
      aria-current={isNext ? 'step' : undefined}
      title={since === null ? undefined : `at the earliest since ${formatUtc(since)}`}
      to={filteredPlace(['host', host_id])}
    >
      <span className="stop-phase">
        <span aria-hidden="true">{glyph}</span> {word}
        {isNext && <b className="stop-next">next</b>}
      </span>
      <b className="stop-host">{host_id}</b>
      <span className="stop-holds">
        {range === null ? heldText(buckets) : formatBuckets(range)}
        <span className="muted"> · {version ?? 'no version'}</span>
      </span>
      {planned?.range && planned.same !== true && (
        <span className="stop-planned">
          {planned.same === false && <span aria-hidden="true">▲ </span>}planned {formatBuckets(planned.range)}
        </span>
      )}
    </PageLink>
  );
}

/** Of a host without a range: that it holds nothing is known only where it is counted. */
function heldText(buckets: number | null): string {
  return buckets === 0 ? 'no buckets' : NOT_READ;
}
