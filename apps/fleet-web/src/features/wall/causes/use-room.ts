import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** How many lines of its own type fit into an element whose height its contents do not decide. */
export function useRoom<T extends Element>(): { ref: RefObject<T | null>; room: number } {
  const ref = useRef<T>(null);
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => {
      const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight);
      const lines = Math.floor(element.clientHeight / lineHeight);
      setRoom(Number.isFinite(lines) ? lines : 0);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, room };
}
