/// <reference lib="dom" />
import type { Page } from '@playwright/test';

/** What is wrong with a wall as it is drawn: things to scroll, to click, cut off, or too small. */
export type WallAudit = {
  readonly scrolling: string[];
  readonly controls: string[];
  readonly outside: string[];
  /** Texts of which an ellipsis or an edge has taken a part. */
  readonly cut: string[];
  readonly small: string[];
  readonly least_type_px: number;
  readonly verdict_px: number;
};

/** Looks at every element and every text of the page. */
export function auditWall(page: Page): Promise<WallAudit> {
  return page.evaluate(() => {
    const nameOf = (element: Element) => `${element.tagName} ${element.getAttribute('class') ?? ''}`;
    const root = document.documentElement;
    const elements = [...document.body.querySelectorAll('*')];

    // What is clipped ends in an ellipsis and cannot be scrolled, not even by a script.
    const scrolls = (element: Element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const canX = overflowX !== 'visible' && overflowX !== 'clip';
      const canY = overflowY !== 'visible' && overflowY !== 'clip';
      return (
        (canX && element.scrollWidth > element.clientWidth) ||
        (canY && element.scrollHeight > element.clientHeight)
      );
    };
    const texts = elements.filter(
      (element) =>
        element.closest('.visually-hidden, title') === null &&
        element.checkVisibility() &&
        [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim()),
    );
    const typePx = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize);
    const isOutside = (element: Element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
    };
    // A descender may stand a little below its line.
    const isCut = (element: Element) =>
      element.scrollWidth > element.clientWidth + 1 ||
      element.scrollHeight > element.clientHeight + typePx(element) / 3;
    const overflowing = root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight;
    const focusable = 'a, button, input, select, textarea, summary, [tabindex], [contenteditable]';
    return {
      scrolling: [...(overflowing ? ['document'] : []), ...elements.filter(scrolls).map(nameOf)],
      controls: [...document.querySelectorAll(focusable)].map(nameOf),
      outside: texts.filter(isOutside).map((element) => `${nameOf(element)}: ${element.textContent}`),
      cut: texts
        .filter((element) => element instanceof HTMLElement && element.clientWidth > 0 && isCut(element))
        .map((element) => `${nameOf(element)}: ${element.textContent}`),
      small: texts.filter((element) => typePx(element) < 24).map(nameOf),
      least_type_px: Math.min(...texts.map(typePx)),
      verdict_px: Math.min(...[...document.querySelectorAll('h1')].map(typePx)),
    };
  });
}
