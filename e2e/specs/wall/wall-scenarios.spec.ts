import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import { expect, test } from '../../harness/fleet-test.ts';
import { snapshotShown } from '../../harness/read-snapshot.ts';
import { auditWall } from '../../harness/wall-audit.ts';

test.use({ viewport: { width: 1920, height: 1080 } });

for (const { name } of SCENARIOS) {
  test(`${name}: who is to blame and what to do first are on the wall, and nothing is cut`, async ({
    fleet,
    page,
  }) => {
    const api = await fleet.show(page, name, '/fleet?wall=1');
    await expect(page.getByRole('list', { name: 'The fleet in numbers' })).toBeVisible();
    const card = page.locator('.wall-card');
    const { causes, decision } = await snapshotShown(api, card);
    const first = causes.find(({ planned, muted }) => !planned && muted === undefined);
    if (first !== undefined) {
      const [step] = first.steps;
      const [culprit = ''] = first.subject.ids;
      const said = (await card.textContent())?.toLowerCase();
      expect(said).toContain((first.headline.includes(culprit) ? culprit : first.headline).toLowerCase());
      await expect(page.locator('.wall-step-text')).toHaveText(step?.text ?? '');
      if (step?.command?.kind === 'shell') {
        await expect(page.locator('.wall-command')).toContainText(step.command.text);
      }
    }
    if (decision.code === 'stop') {
      await expect(page.locator('.wall-tile[data-tone="red"]').first()).toBeInViewport({ ratio: 1 });
    }
    const audit = await auditWall(page);
    expect(audit).toMatchObject({ scrolling: [], controls: [], outside: [], cut: [], small: [] });
  });
}
