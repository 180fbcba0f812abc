import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { partsThatFit } from './parts-that-fit.ts';

type Fitting = {
  /** The column, whose height its contents do not decide: what gives way first, what always stays, then the parts. */
  readonly ref: RefObject<HTMLDivElement | null>;
  /** Whether the part at each place is shown; one that is not must keep its size out of the flow. */
  readonly fits: readonly boolean[];
};

/** Which of the parts at the end of a column have room, when `leastRem` is kept for its first child. */
export function useFittingParts(partCount: number, leastRem: number): Fitting {
  const ref = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState('');
  useLayoutEffect(() => {
    const column = ref.current;
    if (column === null) return;
    const children = [...column.children].filter((child) => child instanceof HTMLElement);
    const measure = () => {
      const gap = Number.parseFloat(getComputedStyle(column).rowGap);
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const heights = children.map((child) => child.offsetHeight);
      const kept = heights.slice(1, -partCount).reduce((sum, height) => sum + height + gap, leastRem * rem);
      const fits = partsThatFit(heights.slice(-partCount), column.clientHeight - kept, gap);
      setShown(fits.map(Number).join(''));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const element of [column, ...children]) observer.observe(element);
    return () => observer.disconnect();
  }, [partCount, leastRem]);
  return { ref, fits: Array.from({ length: partCount }, (_, place) => shown[place] === '1') };
}
