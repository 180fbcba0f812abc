/// <reference lib="dom" />
import type { Page } from '@playwright/test';

declare global {
  var layoutShifts: number[];
}

/** Has the page take down by how much what was seen has moved without anybody's doing; to be called before it is opened. */
export async function watchLayoutShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.layoutShifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ('value' in entry && 'hadRecentInput' in entry && !entry.hadRecentInput)
          window.layoutShifts.push(Number(entry.value));
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** By how much it has moved since the last time that was asked, as the browser scores it. */
export async function layoutShift(page: Page): Promise<number> {
  return await page.evaluate(async () => {
    // What is drawn last is told after it has been drawn.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return window.layoutShifts.splice(0).reduce((sum, shift) => sum + shift, 0);
  });
}
