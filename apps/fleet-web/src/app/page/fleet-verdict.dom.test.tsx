import { act, screen, within } from '@testing-library/react';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { after, on, setProcesses } from 'fleet-core/testing/change-readings';
import { judgeByPlan } from 'fleet-core/testing/judge-by-plan';
import { makeBucketOwner } from 'fleet-core/testing/make/make-bucket-owner';
import { makeMute } from 'fleet-core/testing/make/make-mute';
import { makePlan } from 'fleet-core/testing/make/make-plan';
import { makeProcessHealth } from 'fleet-core/testing/make/make-process-health';
import { makeReading } from 'fleet-core/testing/make/make-reading';
import { makeSnapshot } from 'fleet-core/testing/make/make-snapshot';
import { NOW_MS } from 'fleet-core/testing/make/now';
import { dynamicFleet } from 'fleet-core/testing/states/base-fleets';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerWith } from '../../testing/answer-with.ts';
import { answered } from '../../testing/answered.ts';
import { firstOf } from '../../testing/first-of.ts';
import { makeCause } from '../../testing/make-cause.ts';
import { makeDecision } from '../../testing/make-decision.ts';
import { makeSummary } from '../../testing/make-summary.ts';
import { renderFleet } from '../../testing/render-fleet.tsx';
import { snapshotWith } from '../../testing/snapshot-with.ts';
import { unlistedWord } from '../../testing/unlisted-word.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const panel = (name: string) => within(screen.getByRole('region', { name }));
const textOf = (selector: string) => document.querySelector(selector)?.textContent ?? '';
const marks = () => [...document.querySelectorAll<HTMLAnchorElement>('.mark > a')];
const listOf = (selector: string) =>
  [...document.querySelectorAll(selector)].map((item) => item.textContent ?? '');

async function show(snapshot: FleetSnapshot) {
  answerWith(200, snapshot);
  renderFleet();
  await act(() => vi.advanceTimersByTimeAsync(100));
}

/** What core makes of two owners, one of which has been silent for twenty minutes, and of a gap behind them. */
function troubledSnapshot(): FleetSnapshot {
  return makeSnapshot({
    process_health: makeReading([
      makeProcessHealth({ host_id: 'jetmon-a', bucket_min: 0, bucket_max: 249 }),
      makeProcessHealth({
        host_id: 'jetmon-b',
        bucket_min: 250,
        bucket_max: 499,
        updated_at_ms: NOW_MS - 1_200_000,
      }),
    ]),
    bucket_owners: makeReading([makeBucketOwner('jetmon-a', 0, 249), makeBucketOwner('jetmon-b', 250, 499)]),
  });
}

it('shows what core says of a fleet in trouble, word for word and in its order', async () => {
  const snapshot = troubledSnapshot();
  expect(snapshot.causes.length).toBeGreaterThan(1);
  await show(snapshot);

  expect(textOf('.verdict-headline')).toBe(snapshot.decision.headline);
  expect(textOf('.first-cause .cause-headline')).toBe(snapshot.decision.detail);
  expect(marks().map(({ title }) => title)).toEqual(snapshot.checklist.map((row) => row.fact));
  expect(listOf('.mark-brief')).toEqual(snapshot.checklist.map((row) => row.brief));
  expect(listOf('.cause-headline')).toEqual(snapshot.causes.map((cause) => cause.headline));
  expect(listOf('.cause-facts > li')).toEqual(snapshot.causes.flatMap((cause) => cause.facts));
  const steps = snapshot.causes.flatMap((cause) => cause.steps);
  const shown = listOf('.step');
  expect(shown).toHaveLength(steps.length);
  for (const [place, step] of steps.entries()) {
    expect(shown[place]).toContain(step.text);
    expect(shown[place]).toContain(step.command?.text ?? '');
  }
  const messages = snapshot.causes.flatMap(({ issue_refs }) =>
    issue_refs.map((ref) => `${snapshot.summary.issues[ref]} ${snapshot.summary.issue_details[ref]?.code}`),
  );
  expect(listOf('.cause-issues > li')).toEqual(messages.map((message) => `✕ RED ${message}`));
});

const ofTheFirst = makeDecision({ cause_ref: 0 });

describe('the verdict', () => {
  it('says the steps to take, with host and command to copy, none of it behind a click', async () => {
    await show(snapshotWith({ decision: ofTheFirst, causes: [makeCause()] }));
    const [first, second] = listOf('.first-cause > .steps > li');
    expect(first).toContain('On jetmon-b: is it running?');
    expect(first).toContain('jetmon-b $ systemctl status jetmon2');
    expect(second).toContain('See who is silent');
    expect(panel('Causes').getByRole('button', { name: 'Copy systemctl status jetmon2' })).toBeTruthy();
    expect(panel('Causes').getByRole('button', { name: 'Copy SQL: See who is silent' })).toBeTruthy();
  });

  it('asks for nothing while all is as planned', async () => {
    const decision = makeDecision({ code: 'advance_as_planned' });
    await show(snapshotWith({ decision, causes: [makeCause({ severity: 'amber', planned: true })] }));
    expect(screen.getByRole('heading', { name: 'As planned', level: 2 })).toBeTruthy();
    expect(document.querySelector('.first-cause')).toBeNull();
    expect(panel('Causes').getByText('As planned')).toBeTruthy();
    expect(document.body.textContent).not.toContain('AMBER');
  });

  it('says since when it stands, where the API knows', async () => {
    const { generated_at } = snapshotWith();
    const since = new Date(Date.parse(generated_at) - 65_000).toISOString();
    await show(snapshotWith({ decision: makeDecision({ since }) }));
    expect(textOf('.verdict-since')).toMatch(/^Stands for at least 1m 5s/);
  });
});

describe('the checklist', () => {
  it('asks seven questions in the order of the API', async () => {
    await show(snapshotWith());
    expect(listOf('.mark-name')).toEqual([
      'Heartbeats',
      'Buckets',
      'Site checks',
      'Drift',
      'Queues',
      'Delivery owner',
      'Dependencies',
    ]);
  });

  it.each([
    ['unknown', 'UNKNOWN'],
    [unlistedWord('purple'), 'purple'],
  ] as const)('an answer that is %s is neither OK nor quiet', async (status, word) => {
    await show(snapshotWith({ checklist: answered('checks', { status, fact: 'no active site' }) }));
    const mark = marks().find(({ title }) => title === 'no active site');
    expect(mark?.textContent).toContain(word);
    expect(mark?.parentElement?.getAttribute('data-face')).toBe('unknown');
  });

  it('asks a question of a newer API by its code', async () => {
    const row = firstOf(snapshotWith().checklist);
    await show(snapshotWith({ checklist: [{ ...row, code: unlistedWord('verifier_quorum') }] }));
    expect(listOf('.mark-name')).toEqual(['verifier quorum']);
  });

  it('says that a row could not be read', async () => {
    await show(snapshotWith({ checklist: answered('queues', { read_at: null }) }));
    expect(marks().filter(({ title }) => title.endsWith(' · not read'))).toHaveLength(1);
  });
});

it.each([
  ['Bucket owners', 'ownership'],
  ['Delivery queues', 'queues'],
  ['Delivery ownership', 'delivery_owner'],
] as const)('the section "%s" is no better than its question in the checklist', async (name, code) => {
  await show(snapshotWith({ checklist: answered(code, { status: 'amber' }) }));
  const head = screen.getByRole('region', { name }).querySelector('.panel-head .badge');
  expect(head?.textContent).toBe('▲ AMBER');
});

describe('a cause', () => {
  it('is not picked out for an older API, which does not say: all stand under its own sentence', async () => {
    await show(snapshotWith({ decision: makeDecision(), causes: [makeCause()] }));
    expect(textOf('.verdict-reason')).toBe('A reason of the API');
    expect(document.querySelector('.first-cause')).toBeNull();
    expect(listOf('.causes .cause-headline')).toEqual([makeCause().headline]);
    expect(listOf('.causes .step')).toHaveLength(makeCause().steps.length);
  });

  it('is told wholly when it is the first, and folded otherwise', async () => {
    const second = makeCause({
      subject: { kind: 'host', ids: ['jetmon-c'] },
      headline: 'jetmon-c is silent',
    });
    await show(snapshotWith({ decision: ofTheFirst, causes: [makeCause(), second] }));
    expect(document.querySelectorAll('.first-cause')).toHaveLength(1);
    const open = [...document.querySelectorAll('.cause > details')].map((details) =>
      details.hasAttribute('open'),
    );
    expect(open).toEqual([false]);
  });

  it('explains its own issues', async () => {
    const messages = ['a is late', 'b is late', 'c is late'];
    const issue_details = messages.map((message) => ({
      code: 'heartbeat_late' as const,
      severity: 'amber' as const,
      subject: '',
      message,
    }));
    const summary = makeSummary({ issues: messages, issue_details });
    await show(snapshotWith({ summary, causes: [makeCause({ issue_refs: [0, 2, 7] })] }));
    expect(panel('Causes').getByText('Explains 2 issues')).toBeTruthy();
    expect(listOf('.cause-issues > li')).toEqual([
      '▲ AMBER a is late heartbeat_late',
      '▲ AMBER c is late heartbeat_late',
    ]);
  });

  it('links to its runbook, if that is a web page', async () => {
    const runbook_url = 'https://ops.example/host_silent';
    const other = makeCause({ subject: { kind: 'fleet', ids: [] }, runbook_url: 'data:text/html,x' });
    await show(snapshotWith({ causes: [makeCause({ runbook_url }), other] }));
    const links = [...document.querySelectorAll('.decision a[href*=":"]:not([href^="/"])')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links).toEqual([runbook_url]);
  });

  it('of a newer API is shown with its words, and its severity as unknown', async () => {
    const cause = makeCause({
      code: unlistedWord('quantum_decay'),
      severity: unlistedWord('purple'),
      subject: { kind: unlistedWord('universe'), ids: [] },
      steps: [{ text: 'Look', command: { kind: unlistedWord('spell'), text: 'lumos' } }],
    });
    await show(snapshotWith({ causes: [makeCause(), cause] }));
    expect(panel('Causes').getByText('purple', { exact: false })).toBeTruthy();
    expect(panel('Causes').getByText('lumos')).toBeTruthy();
    expect(panel('Causes').getByRole('button', { name: 'Copy lumos', hidden: true })).toBeTruthy();
  });
});

it('folds a long list of causes and says how many more there are', async () => {
  const causes = Array.from({ length: 11 }, (_, place) =>
    makeCause({ subject: { kind: 'host', ids: [`jetmon-${place}`] } }),
  );
  await show(snapshotWith({ decision: ofTheFirst, causes }));
  expect(listOf('.cause-headline')).toHaveLength(6);
  act(() => panel('Causes').getByRole('button', { name: 'Show 5 more' }).click());
  expect(listOf('.cause-headline')).toHaveLength(11);
});

describe('what the plan says', () => {
  it('of a muted issue is who, until when and why: by its cause, by its row, and in the decision', async () => {
    const red = after(dynamicFleet(), setProcesses({ health_status: 'red' }, on('jetmon-b')));
    const plan = makePlan({ muted: [makeMute({ code: 'process_red' })] });
    await show(judgeByPlan(red, plan));
    const muted = 'muted by anna until 2026-04-30 15:00:00 UTC: new disk';
    expect(textOf('.verdict-headline')).toBe('Safe to continue: 1 known issue muted');
    expect(screen.getByRole('heading', { name: 'Muted', level: 2 })).toBeTruthy();
    expect(textOf('.verdict-reason')).toContain('1 muted by anna until 15:00 UTC');
    expect(textOf('.cause-head')).toContain(muted);
    expect(marks().flatMap(({ title }) => (title.endsWith(` · ${muted}`) ? title : []))).toHaveLength(1);
    expect(listOf('.mark-muted')).toEqual([', muted']);
    expect(document.querySelector('.first-cause')).toBeNull();
    expect(textOf('.cause-head .badge')).toContain('RED');
  });

  it('of a retired process is that word, where it stood as silent', async () => {
    const silent = after(
      dynamicFleet(),
      setProcesses({ host_id: 'jetmon-old', updated_at_ms: NOW_MS - 86_400_000 }, on('jetmon-deliverer-1')),
    );
    await show(judgeByPlan(silent, makePlan({ retired: ['jetmon-old'] })));
    const row = document.querySelector('tr[data-level="retired"]');
    expect(row?.textContent).toContain('Retired');
    expect(row?.textContent).not.toMatch(/stale|silent|limit/i);
  });

  it('when it cannot be read is an issue with the file and the fault', async () => {
    const fault = 'stage is "pined"';
    await show(judgeByPlan(dynamicFleet(), { file: 'plan.json', plan: null, fault }));
    expect(textOf('.cause-headline')).toBe(
      `The plan in plan.json cannot be read: ${fault}; there is no plan`,
    );
  });
});
