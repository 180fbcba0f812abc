import { formatCount } from '../../../format/count.ts';
import { ownersAt, ownersPicture } from './owner-blocks.ts';
import { FRAME_WIDTH, type TimeFrame } from './time-frame.ts';

const HEIGHT = 64;

type Props = { readonly frame: TimeFrame; readonly shown: number | undefined };

/** Who owned which buckets when: bucket 0 on top, a block for each owner; what a dynamic fleet leaves open is red. */
export function OwnersLane({ frame, shown }: Props) {
  const { grounds, blocks } = ownersPicture(frame);
  return (
    <>
      <div className="lane-name">
        owners <b>{shown === undefined ? 'not watched' : coveredText(frame, shown)}</b>
        {shown !== undefined && <span className="lane-owner-list muted">{ownersAt(frame, shown)}</span>}
      </div>
      <svg
        className="lane-plot lane-owners"
        viewBox={`0 0 ${FRAME_WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {grounds.map(({ x, width, isPinned }) => (
          <rect key={x} className="lane-ground" data-pinned={isPinned} x={x} width={width} height={HEIGHT} />
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
      </svg>
    </>
  );
}

function coveredText({ samples }: TimeFrame, index: number): string {
  const covered = formatCount(samples.covered_buckets[index] ?? null);
  return `${covered} of ${formatCount(samples.bucket_total[index] ?? null)} covered`;
}
