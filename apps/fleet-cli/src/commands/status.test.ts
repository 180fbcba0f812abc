import { judge } from 'fleet-core/testing/judge';
import { NOW_MS } from 'fleet-core/testing/make/now';
import { dynamicFleet } from 'fleet-core/testing/states/base-fleets';
import { expect, it } from 'vitest';
import { answeringServer } from '../../trial/harness/answering-server.ts';
import { runInTest } from '../../trial/harness/run-in-test.ts';
import { CannotTell } from '../cannot-tell.ts';

const snapshot = judge(dynamicFleet());
const headers = { date: new Date(NOW_MS).toUTCString() };
const CLEAR = '\u001b[H\u001b[J';

/** What a watch shows, look by look, for as many looks as there are answers. */
async function watched(answers: readonly ('well' | 'gone')[], isScreen: boolean): Promise<string[]> {
  let looks = 0;
  const { url } = await answeringServer(() =>
    answers[looks] === 'gone' ? { status: 502, body: '' } : { body: snapshot, headers },
  );
  const shown: string[] = [];
  await runInTest(['status', '--watch'], {
    env: { FLEET_URL: url },
    terminal: { isScreen, height: () => 5, print: (text) => shown.push(text) },
    clock: {
      nowMs: () => 0,
      elapsedMs: () => 0,
      sleep: async (ms) => {
        expect(ms).toBe(5000);
        looks += 1;
        if (looks === answers.length) throw new CannotTell('the test is over');
      },
    },
  });
  return shown;
}

it('looks again every 5 s, and never shows what was for what is', async () => {
  const [first, second, third] = await watched(['well', 'gone', 'well'], false);
  expect(first).toMatch(/GREEN: Safe to continue/);
  expect(second).toMatch(/^\? NO DATA: the fleet cannot be seen\. The dashboard .* answers HTTP 502\.\n$/);
  expect(second).not.toMatch(/GREEN|Safe/);
  expect(third).toMatch(/GREEN: Safe to continue/);
});

it('draws over a screen, no further than it is high', async () => {
  const [first = '', second = ''] = await watched(['well', 'gone'], true);
  expect(first.startsWith(CLEAR)).toBe(true);
  expect(first.split('\n')).toHaveLength(5);
  expect(second.startsWith(`${CLEAR}? NO DATA`)).toBe(true);
});
