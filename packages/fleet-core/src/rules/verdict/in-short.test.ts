import { largeFleet } from 'fleet-lab/scenarios/rollout/large';
import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import { expect, it } from 'vitest';
import { FleetSummary } from '../../contract/answers/fleet-summary.ts';
import { SOURCE_NAMES } from '../../contract/fleet-snapshot.ts';
import { judge } from '../../testing/judge.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { readingsOfState } from '../../testing/states/readings-of-state.ts';
import { inShort } from './in-short.ts';

const large = judge(readingsOfState(largeFleet(2000), NOW_MS), { bucket_total: 3800 });
const scenarios = SCENARIOS.map(({ name, build }) => ({
  name,
  snapshot: judge(readingsOfState(build(), NOW_MS)),
}));

it('says of every scenario what the snapshot decides, and holds to the contract', () => {
  for (const { name, snapshot } of scenarios) {
    const told = inShort(snapshot);
    expect(FleetSummary.parse(told), name).toEqual(told);
    expect(told.decision, name).toEqual(snapshot.decision);
  }
});

it('leaves out facts, steps and issues', () => {
  const [cause] = inShort(large).causes;
  expect(cause).not.toHaveProperty('steps');
  expect(cause).not.toHaveProperty('facts');
  expect(cause).not.toHaveProperty('issue_refs');
});

it('tells five causes in their order, and how many more there are', () => {
  const first = large.causes.slice(0, 1);
  const many = [...large.causes.slice(0, 2), ...first, ...first, ...first, ...first];
  expect(many).toHaveLength(6);
  const { causes, more_causes } = inShort({ ...large, causes: many });
  expect(causes.map(({ title }) => title)).toEqual(many.slice(0, 5).map(({ title }) => title));
  expect(more_causes).toBe(1);
  const five = inShort({ ...large, causes: many.slice(0, 5) });
  expect(five.causes).toHaveLength(5);
  expect(five.more_causes).toBe(0);
});

it('names three subjects of a cause, and how many more there are', () => {
  const [first] = large.causes;
  const of = (ids: string[]) =>
    inShort({ ...large, causes: first ? [{ ...first, subject: { kind: 'host', ids } }] : [] }).causes[0]
      ?.subject;
  expect(of(['a', 'b', 'c'])).toEqual({ kind: 'host', ids: ['a', 'b', 'c'], more_ids: 0 });
  expect(of(['a', 'b', 'c', 'd'])).toEqual({ kind: 'host', ids: ['a', 'b', 'c'], more_ids: 1 });
});

it('stays under 4 KB with 2,000 processes, every source, and the longest causes of all scenarios at once', () => {
  const causes = scenarios.flatMap(({ snapshot }) => snapshot.causes);
  causes.push(...large.causes);
  const longestFirst = causes.sort((a, b) => b.headline.length - a.headline.length);
  const [longest] = longestFirst;
  const decision = { ...large.decision, detail: `${longest?.headline}`, since: large.generated_at };
  const sources = SOURCE_NAMES.map((name) => ({
    name,
    ok: true,
    read_at: large.generated_at,
    duration_ms: 1234,
  }));
  const told = inShort({ ...large, decision, causes: longestFirst, sources });
  expect(told.more_causes).toBeGreaterThan(5);
  expect(Buffer.byteLength(JSON.stringify(told))).toBeLessThan(4096);
});
