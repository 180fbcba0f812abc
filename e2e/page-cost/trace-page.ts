import { chromium } from '@playwright/test';
import config from '../playwright.config.ts';

/** One event of a browser's trace, with its time on the clock and of the processor. */
export type Traced = {
  readonly name: string;
  readonly thread: string;
  readonly atUs: number;
  readonly lastedUs: number;
  readonly cpuUs: number;
  readonly args: string;
};

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/**
 * What a browser of its own did with the page at `url` until `ended`. Nothing inspects the page meanwhile: that
 * would copy each answer, on the thread that is measured.
 */
export async function tracePage(url: string, ended: Promise<void>): Promise<readonly Traced[]> {
  const browser = await chromium.launch(config.use?.launchOptions);
  try {
    const session = await browser.newBrowserCDPSession();
    const traced: Traced[] = [];
    session.on('Tracing.dataCollected', ({ value }) => {
      for (const { name = '', pid, tid, ts, dur = 0, tdur = 0, args } of value) {
        const times = { atUs: Number(ts), lastedUs: Number(dur), cpuUs: Number(tdur) };
        traced.push({ name, thread: `${pid} ${tid}`, ...times, args: JSON.stringify(args) });
      }
    });
    const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
    await session.send('Tracing.start', { traceConfig: { includedCategories: CATEGORIES } });
    await session.send('Target.createTarget', { url, width: 1440, height: 900 });
    await ended;
    await session.send('Tracing.end');
    await complete;
    return traced;
  } finally {
    await browser.close();
  }
}
