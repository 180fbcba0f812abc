import { useEffect } from 'react';

/** For how long a page that is still being put together keeps the section of its address in view. */
const SETTLING_MS = 10_000;

/** What says that somebody has taken over. */
const TAKEN_OVER_BY = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** Brings a section into view, and the keyboard to it. */
export function leadTo(section: string): void {
  const element = document.getElementById(section);
  if (element === null) return;
  element.scrollIntoView();
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/**
 * Brings the section that the address leads to into view as soon as it is there, and again whenever what stands above
 * it grows: the browser looks for it once, when there is nothing yet. Ends when somebody takes over or the page has
 * settled.
 */
export function useSectionInView(): void {
  useEffect(() => {
    const section = window.location.hash.slice(1);
    return section === '' ? undefined : keepInView(section);
  }, []);
}

function keepInView(section: string): () => void {
  const look = new ResizeObserver(() => document.getElementById(section)?.scrollIntoView());
  const end = () => {
    look.disconnect();
    clearTimeout(settled);
    for (const name of TAKEN_OVER_BY) window.removeEventListener(name, end);
  };
  const settled = setTimeout(end, SETTLING_MS);
  look.observe(document.body);
  for (const name of TAKEN_OVER_BY) window.addEventListener(name, end, { passive: true });
  return end;
}
