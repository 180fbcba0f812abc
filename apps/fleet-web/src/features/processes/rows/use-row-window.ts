import { type RefObject, useLayoutEffect, useState } from 'react';
import { type RowWindow, rowWindow } from './row-window.ts';

/** What a table's scroller shows before it has been measured. */
const FIRST_HEIGHT = 700;

/**
 * The rows of fixed height that a scroller shows, out of `count`. Renders again only when other rows come
 * into view, not on every pixel. With `enabled` false all rows are drawn.
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  { count, rowHeight, enabled }: { count: number; rowHeight: number; enabled: boolean },
): RowWindow {
  const [firstRow, setFirstRow] = useState(0);
  const [height, setHeight] = useState(FIRST_HEIGHT);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || !enabled) return;
    const look = () => setFirstRow(Math.floor(element.scrollTop / rowHeight));
    const measure = () => setHeight(element.clientHeight || FIRST_HEIGHT);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    measure();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, enabled, rowHeight]);

  if (!enabled) return { start: 0, end: count };
  return rowWindow({ scrollTop: firstRow * rowHeight, height, rowHeight, count });
}
