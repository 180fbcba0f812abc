import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/**
 * A number measured at an element, followed as its size changes; `initial` until it is on screen.
 * `measure` must be the same function in every render; what it gives that is no number is passed over.
 */
export function useMeasure<T extends Element>(
  initial: number,
  measure: (element: T) => number,
): { ref: RefObject<T | null>; measured: number } {
  const ref = useRef<T>(null);
  const [measured, setMeasured] = useState(initial);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const look = () => {
      const found = measure(element);
      if (Number.isFinite(found)) setMeasured(found);
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [measure]);
  return { ref, measured };
}
