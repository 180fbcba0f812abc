import { useMemo } from 'react';
import { formatCount } from '../../../format/count.ts';
import { ownersAt, ownersPicture } from './owner-blocks.ts';
import { PLOT_WIDTH, type TimeFrame } from './time-frame.ts';

const HEIGHT = 64;

type Props = { readonly frame: TimeFrame; readonly shown: number | undefined };

/** Who owned which buckets when: bucket 0 on top, a block for each owner; what a dynamic fleet leaves open is red. */
export function OwnersLane({ frame, shown }: Props) {
  const { grounds, blocks, gaps } = useMemo(() => ownersPicture(frame), [frame]);
  return (
    <>
      <div className="lane-name">
        owners <b>{shown === undefined ? 'not watched' : coveredText(frame, shown)}</b>
        {shown !== undefined && <span className="lane-owner-list muted">{ownersAt(frame, shown)}</span>}
      </div>
      <svg
        className="lane-plot lane-owners"
        viewBox={`0 0 ${PLOT_WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {grounds.map(({ x, width, isWithV1 }) => (
          <rect key={x} className="lane-ground" data-v1={isWithV1} x={x} width={width} height={HEIGHT} />
        ))}
        {blocks.map(({ host_id, x, width, top, height, range }) => (
          <rect
            key={`${host_id} ${x} ${range}`}
            className="lane-owner"
            x={x}
            width={width}
            y={top * HEIGHT}
            height={height * HEIGHT}
          >
            <title>{`${host_id} ${range}`}</title>
          </rect>
        ))}
        {gaps.map(({ x, width, top, height }) => (
          <rect
            key={`${x} ${top}`}
            className="lane-gap"
            x={x}
            width={width}
            y={top * HEIGHT}
            height={height * HEIGHT}
          />
        ))}
      </svg>
    </>
  );
}

function coveredText({ samples }: TimeFrame, index: number): string {
  const covered = formatCount(samples.covered_buckets[index] ?? null);
  return `${covered} of ${formatCount(samples.bucket_total[index] ?? null)} covered`;
}
