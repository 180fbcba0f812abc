import { useLayoutEffect, useRef } from 'react';
import { everySecond } from '../clock/every-second.ts';
import { elapsedMs, type Moment, readMoment } from '../clock/moment.ts';
import { formatAge } from '../format/age.ts';
import { formatUtc } from '../format/utc-time.ts';

type Props = {
  /** The age in seconds at the moment `from`. */
  readonly seconds: number;
  /** Since when this page counts on; null keeps the age as it is. */
  readonly from: Moment | null;
  /** The instant that the age is measured from, for the exact time on hover. */
  readonly instant?: string;
};

/** An age that counts on by writing its own text: hundreds of them tick without a render. */
export function TickingTime({ seconds, from, instant }: Props) {
  const element = useRef<HTMLTimeElement>(null);

  // After every render, because React knows only the text that it wrote itself.
  useLayoutEffect(() => {
    if (from === null) return;
    const write = () => {
      const text = element.current?.firstChild;
      const age = formatAge(seconds + elapsedMs(from, readMoment()) / 1000);
      if (text && text.nodeValue !== age) text.nodeValue = age;
    };
    write();
    return everySecond(write);
  });

  const exact = instant === undefined ? {} : { dateTime: instant, title: formatUtc(instant) };
  return (
    <time ref={element} className="age" {...exact}>
      {formatAge(seconds)}
    </time>
  );
}
