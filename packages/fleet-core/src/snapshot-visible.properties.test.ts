import { expect, it } from 'vitest';
import { visibleText } from './contract/visible-text.ts';
import { buildSnapshot } from './snapshot.ts';
import { arbitraryFleet } from './testing/arbitrary/arbitrary-readings.ts';
import { holdAlways } from './testing/arbitrary/hold-always.ts';
import { makeContext } from './testing/make/make-context.ts';
import { rolloutOf } from './testing/rollout-of.ts';
import { dynamicFleet } from './testing/states/base-fleets.ts';

/** What is passed on as it was read, or is for machines: whoever shows it makes it visible. */
const AS_READ =
  /^(processes|process_counts|dependencies|versions|plan|served_by|settings)\b|\.(host_ids?|process_id|subject(\.ids)?|on_host|command|muted|status|version|(enabled|owner)_hosts|hosts|run_id|change_ref|operator|last_job|vantage_id|agent_id|region|provider|hostname|endpoint_host|endpoint_port|protocols|mode|unreadable_rows)\b/;

/** Every text in the value with its path. */
function* textsIn(value: unknown, path: string): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null)
    for (const [key, held] of Object.entries(value))
      yield* textsIn(held, Array.isArray(value) ? path : `${path}${path && '.'}${key}`);
}

const always = holdAlways(
  arbitraryFleet,
  ({ readings, thresholds }) => buildSnapshot(readings, makeContext({ thresholds })),
  200,
);

it('whatever names, errors and versions hold, nothing in a sentence is unseen', () => {
  always((snapshot) => {
    for (const [path, text] of textsIn(snapshot, ''))
      if (!AS_READ.test(path)) expect([path, text]).toEqual([path, visibleText(text)]);
  });
});

it('names are passed on as they were read, to be found and linked by', () => {
  always((snapshot, { readings }) => {
    const asRead = readings.process_health.value.map(({ reported }) => reported.process_id).sort();
    expect(snapshot.processes.map(({ process_id }) => process_id).sort()).toEqual(asRead);
  });
});

it('who is next in the rollout is told with nothing unseen', () => {
  const monitors = [{ host_id: 'jetmon-\u202ex', bucket_min: 0, bucket_max: 99 }];
  expect(rolloutOf(dynamicFleet(), { monitors })).toMatchObject({
    next: { host_id: 'jetmon-\u202ex' },
    advance: 'start the monitor of jetmon-\\u202ex (0-99): 3 of 4 are dynamic',
    progress: '3 of 4 monitors dynamic; next jetmon-\\u202ex',
  });
});
