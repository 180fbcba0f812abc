import { instantBefore } from '../format/utc-time.ts';
import { useFreshness } from './freshness.ts';
import { TickingTime } from './ticking-time.tsx';

type Props = {
  /** The age in seconds when the snapshot was taken. */
  readonly seconds: number;
  /** The instant itself, where the snapshot gives it. */
  readonly instant?: string;
  /** For how long ago something was read, which goes on when nothing is read any more. */
  readonly countsOn?: boolean;
};

/** An age out of the snapshot. It counts on while the snapshot is live, and stands still once that is old. */
export function Age({ seconds, instant, countsOn = false }: Props) {
  const freshness = useFreshness();
  if (freshness.kind === 'loading' || freshness.kind === 'missing') return <span className="age">—</span>;
  const { clock } = freshness;
  const live = freshness.kind === 'live' || countsOn;
  return (
    <TickingTime
      seconds={live ? seconds + clock.ageSec : seconds}
      from={live ? clock.received : null}
      instant={instant ?? instantBefore(clock.generated_at, seconds)}
    />
  );
}
