import { useLayoutEffect, useRef } from 'react';
import { everySecond } from '../../../clock/every-second.ts';
import { DataAge } from '../../../components/data-age.tsx';
import { useFreshness } from '../../../components/freshness.ts';
import { formatUtcTime } from '../../../format/utc-time.ts';

/** The time in UTC beside the age of the data: the one moves while the page lives, the other resets while it sees. */
export function WallClock({ environment }: { readonly environment: string | null }) {
  const element = useRef<HTMLTimeElement>(null);
  useLayoutEffect(() => {
    const write = () => {
      const text = element.current?.firstChild;
      if (text) text.nodeValue = formatUtcTime(Date.now());
    };
    write();
    return everySecond(write);
  });
  return (
    <div className="wall-clock">
      {environment !== null && <p className="wall-environment">{environment}</p>}
      <p className="wall-time">
        <time ref={element}>{formatUtcTime(Date.now())}</time> <small>UTC</small>
      </p>
      <p className="wall-data-age" data-testid="data-age">
        <AgeOfData />
      </p>
    </div>
  );
}

function AgeOfData() {
  const freshness = useFreshness();
  if (freshness.kind === 'loading') return 'waiting for data';
  if (freshness.kind === 'missing') return 'never any data';
  return (
    <>
      data <DataAge clock={freshness.clock} /> old
    </>
  );
}
