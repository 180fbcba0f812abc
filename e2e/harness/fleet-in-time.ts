/// <reference lib="dom" />
import type { Page, Request, Route } from '@playwright/test';
import { fleetAnswer } from './fleet-answer.ts';

/** What a page has asked for: requests so far, under way, and the most that were under way at once. */
export type Requests = { readonly made: number; readonly open: number; readonly most: number };

declare global {
  var fleetRequests: Requests;
}

/** The parts of a snapshot that tests alter. */
export type Snapshot = {
  readonly generated_at: string;
  readonly decision: object;
  readonly checklist: readonly object[];
  readonly summary: object;
  readonly bucket_coverage: object;
  readonly delivery: { readonly posture: object };
  readonly projection_drift: object;
  readonly settings: object;
};

type Opening = { readonly path?: string; readonly clockOffMs?: number; readonly snapshot?: Snapshot };

/** A good answer that is newer than all before. */
type Well = () => Snapshot;

/** What the API does with a request. `held`: takes it and says nothing, or nothing yet. */
export type Answering = (route: Route, well: Well) => Promise<void> | 'held';

/** The API as it should be. */
export const WELL: Answering = (route, well) => route.fulfill({ json: well() });
/** An API that takes requests and says nothing. */
export const HANGING: Answering = () => 'held';

/**
 * A page whose time stands still unless a test lets it pass. It is answered between two seconds, never
 * within one, so that what is seen does not depend on how fast the machine is.
 */
export class FleetInTime {
  readonly page: Page;
  answering = WELL;
  #seen = 0;
  #answered = 0;
  readonly #held = new Map<Request, { readonly route: Route; readonly was: Snapshot }>();
  readonly #snapshot: Snapshot;

  private constructor(page: Page, snapshot: Snapshot) {
    this.page = page;
    this.#snapshot = snapshot;
  }

  /** Opens the page of an API in a browser whose clock is off by `clockOffMs`; it shows the API's snapshot unless told another. */
  static async open(page: Page, url: string, options: Opening = {}): Promise<FleetInTime> {
    const { path = '/fleet', clockOffMs = 0 } = options;
    const snapshot = options.snapshot ?? (await (await fleetAnswer(url)).json());
    const fleet = new FleetInTime(page, snapshot);
    await page.addInitScript(countRequests);
    // Installed as it is paused: a clock that went on in between could be past the moment.
    await page.clock.pauseAt(Date.now() + clockOffMs);
    await page.route('**/api/fleet', (route) => fleet.#answer(route));
    page.on('requestfailed', (request) => fleet.#held.delete(request));
    await page.goto(`${url}${path}`);
    await page.waitForFunction(() => fleetRequests.made > 0);
    await fleet.settle();
    await fleet.pass(1);
    return fleet;
  }

  /** Lets the page live through this many seconds. */
  async pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second++) {
      await this.page.clock.runFor(1000);
      await this.settle();
    }
    // What was answered last is drawn by timers, too.
    await this.page.clock.runFor(10);
  }

  /** Lets what is held be answered with what was true when it was asked for. */
  async release(): Promise<void> {
    const held = [...this.#held.values()];
    this.#held.clear();
    await Promise.all(held.map(({ route, was }) => route.fulfill({ json: was })));
    await this.settle();
    await this.page.clock.runFor(10);
  }

  /** The browser's date jumps; neither timers nor the clock of elapsed time notice, as when a laptop slept. */
  async jump(ms: number): Promise<void> {
    const nowMs = await this.page.evaluate(() => Date.now());
    await this.page.clock.setSystemTime(nowMs + ms);
  }

  requests(): Promise<Requests> {
    return this.page.evaluate(() => ({ ...fleetRequests }));
  }

  /** Resolves when every request that is not held has been answered. */
  async settle(): Promise<void> {
    for (;;) {
      const { made, open } = await this.requests();
      if (this.#seen === made && open <= this.#held.size) return;
    }
  }

  #well(): Snapshot {
    this.#answered += 1;
    const generatedMs = Date.parse(this.#snapshot.generated_at) + this.#answered * 1000;
    return { ...this.#snapshot, generated_at: new Date(generatedMs).toISOString() };
  }

  async #answer(route: Route): Promise<void> {
    const answer = this.answering(route, () => this.#well());
    if (answer === 'held') this.#held.set(route.request(), { route, was: this.#well() });
    this.#seen += 1;
    await answer;
  }
}

/** Runs in the page before anything else. */
function countRequests(): void {
  const { fetch } = window;
  const requests = { made: 0, open: 0, most: 0 };
  window.fleetRequests = requests;
  window.fetch = async (input, init) => {
    if (!/\/api\/fleet$/.test(String(input))) return fetch(input, init);
    requests.made += 1;
    requests.open += 1;
    requests.most = Math.max(requests.most, requests.open);
    try {
      const response = await fetch(input, init);
      // All that happens in other processes happens while the request is under way: after it the page does not wait.
      const blob = await response.blob();
      const text = await blob.text();
      blob.text = async () => text;
      return Object.assign(new Response(text, response), { blob: async () => blob });
    } finally {
      requests.open -= 1;
    }
  };
}
