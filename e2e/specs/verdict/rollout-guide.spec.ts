import type { Locator, Page } from '@playwright/test';
import { firstHost } from 'fleet-lab/scenarios/builders/first-host';
import { expect, type FleetUnderTest, test } from '../../harness/fleet-test.ts';
import { stepOfGuide } from '../../harness/rollout-guide.ts';
import { verdict } from '../../harness/verdict.ts';
import { writePlan } from '../../harness/write-plan.ts';

const panel = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const buckets = (page: Page) => panel(page, 'Bucket owners');
const rollout = (page: Page) => panel(page, 'Rollout');
const stops = (page: Page) =>
  rollout(page).getByRole('list', { name: 'Hosts of the rollout' }).getByRole('listitem');
const stopOf = (page: Page, host: string) => stops(page).filter({ hasText: host });
/** The codes of what the causes explain. */
const codes = (page: Page) => panel(page, 'Causes').getByRole('link');
const fillOf = (drawn: Locator) => drawn.evaluate((element) => getComputedStyle(element).fill);

type Shown = {
  readonly heading: string;
  /** The words of the guide, under that heading. */
  readonly says: readonly string[];
  readonly state: Parameters<FleetUnderTest['load']>[0];
  readonly plan?: { readonly stage: string };
  readonly shows: (page: Page) => Promise<void>;
};

const SHOWN: readonly Shown[] = [
  {
    heading: '1. A host takes its range from v1, pinned',
    says: ['amber `pinned`', 'the rail shows jetmon-a as `pinned`, the map its range'],
    state: firstHost('running').rows,
    async shows(page) {
      await expect(verdict(page, 'AMBER')).toBeVisible();
      await expect(buckets(page)).toContainText('166 of 1,000 buckets covered');
      await expect(buckets(page)).toContainText('pinned, 1 monitor');
      await expect(stops(page)).toHaveCount(1);
      await expect(stopOf(page, 'jetmon-a')).toContainText('pinned');
    },
  },
  {
    heading: '1. A host takes its range from v1, pinned',
    says: ['or `◆ As planned` where the plan says so', 'as a gap without a colour: v1 has it'],
    state: firstHost('running').rows,
    plan: { stage: 'pinned' },
    async shows(page) {
      await expect(verdict(page, 'As planned')).toBeVisible();
      await expect(buckets(page)).toContainText('– Not pinned 166–999 (834 buckets)');
      expect(await fillOf(page.locator('.map-fault-label'))).toBe(
        await fillOf(page.locator('.map-tick').first()),
      );
    },
  },
  {
    heading: '1. A host takes its range from v1, pinned',
    says: ['while no host at all is active, it says so and stops'],
    state: firstHost('stopped').rows,
    plan: { stage: 'pinned' },
    async shows(page) {
      await expect(verdict(page, 'RED')).toBeVisible();
      await expect(page.locator('.first-cause')).toContainText('No monitor is active');
      await expect(rollout(page)).toContainText('Advancing means: not known, because no monitor is active');
    },
  },
  {
    heading: '2. Every range is pinned',
    says: [
      '`1,000 of 1,000 buckets covered`, `pinned, 6 monitors`',
      'the rail says `0 of 6 monitors dynamic; next jetmon-a`',
      'What advancing means stands above it',
    ],
    state: 'pinned-as-planned',
    async shows(page) {
      await expect(buckets(page)).toContainText('1,000 of 1,000 buckets covered');
      await expect(buckets(page)).toContainText('pinned, 6 monitors');
      await expect(rollout(page)).toContainText('0 of 6 monitors dynamic; next jetmon-a');
      const meaning = await rollout(page).getByText('Advancing means: take jetmon-a').boundingBox();
      const first = await stops(page).first().boundingBox();
      expect((meaning?.y ?? 0) + (meaning?.height ?? 0)).toBeLessThanOrEqual(first?.y ?? 0);
    },
  },
  {
    heading: '3. One host after another becomes dynamic',
    says: ['the mode is `mixed`, amber', 'the map has a lane for each'],
    state: 'mid-rollout',
    async shows(page) {
      await expect(verdict(page, 'AMBER')).toBeVisible();
      await expect(buckets(page)).toContainText('mixed, 3 hosts, 3 pinned');
      await expect(buckets(page).locator('.map-base')).toHaveCount(2);
    },
  },
  {
    heading: '3. One host after another becomes dynamic',
    says: ['(as planned with `"stage": "mixed"`)'],
    state: 'mid-rollout',
    plan: { stage: 'mixed' },
    async shows(page) {
      await expect(verdict(page, 'As planned')).toBeVisible();
    },
  },
  {
    heading: '4. Every host is dynamic',
    says: ['`/fleet`: green, `dynamic`; the rail folds to one line'],
    state: 'dynamic-healthy',
    async shows(page) {
      await expect(verdict(page, 'OK')).toBeVisible();
      await expect(buckets(page)).toContainText('1,000 of 1,000 buckets covered');
      await expect(buckets(page)).toContainText('dynamic, 6 hosts');
      await expect(rollout(page)).toContainText('Nothing is being rolled out');
      await expect(rollout(page).locator('.stops')).toBeHidden();
    },
  },
  {
    heading: '1. Monitors stand by',
    says: ['every monitor is `in standby`, and v1 has all buckets: no fault'],
    state: 'api-standby',
    async shows(page) {
      await expect(stops(page)).toHaveCount(6);
      await expect(stops(page).filter({ hasText: 'in standby' })).toHaveCount(6);
      await expect(buckets(page)).toContainText('With v1 0–999 (1,000 buckets)');
      await expect(page.getByRole('main')).not.toContainText('RED');
    },
  },
  {
    heading: '2. A range is active',
    says: [
      'the map has the lock with its change reference',
      'the rail jetmon-a as `active`',
      'remains with v1',
    ],
    state: 'api-half-way',
    async shows(page) {
      await expect(buckets(page)).toContainText('jetmon-a · CHG-1041');
      await expect(stopOf(page, 'jetmon-a')).toContainText('active');
      await expect(buckets(page)).toContainText('With v1 500–999 (500 buckets)');
    },
  },
  {
    heading: '2. A range is active',
    says: ['A refused or failed job is `job_failed` with what the job said'],
    state: 'api-job-failed',
    async shows(page) {
      await expect(codes(page).filter({ hasText: 'job_failed' }).first()).toBeVisible();
      await expect(panel(page, 'Causes')).toContainText('bucket range overlaps an active rollout lock');
    },
  },
  {
    heading: '2. A range is active',
    says: ['a session that nobody goes on with is `session_stalled`'],
    state: 'api-session-stalled',
    async shows(page) {
      await expect(codes(page).filter({ hasText: 'session_stalled' }).first()).toBeVisible();
    },
  },
];

for (const { heading, says, state, plan, shows } of SHOWN) {
  test(`the guide to a rollout says what the page shows: ${heading}: ${says.join('; ')}`, async ({
    fleet,
    page,
  }) => {
    const guide = stepOfGuide(heading);
    for (const words of says) expect(guide).toContain(words);
    const env = plan === undefined ? {} : await writePlan(test.info().outputPath('plan.json'), plan);
    await fleet.show(page, state, '/fleet', env);
    await shows(page);
  });
}
