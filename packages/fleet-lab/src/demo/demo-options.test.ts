import { expect, test } from 'vitest';
import { SCENARIOS } from '../scenarios/scenarios.ts';
import { demoOptions } from './demo-options.ts';

test('without arguments the demo shows the pinned rollout on port 8080', () => {
  expect(demoOptions([], {})).toMatchObject({
    kind: 'run',
    scenario: { name: 'pinned-rollout' },
    isStory: false,
    isDev: false,
    port: 8080,
  });
});

test('the `--` that pnpm hands on is no argument', () => {
  expect(demoOptions(['--', '--scenario', 'drift'], {})).toMatchObject({ scenario: { name: 'drift' } });
  expect(demoOptions(['--dev', '--', '--story'], {})).toMatchObject({ isDev: true, isStory: true });
});

test('--port goes before DASHBOARD_PORT', () => {
  expect(demoOptions([], { DASHBOARD_PORT: '9000' })).toMatchObject({ port: 9000 });
  expect(demoOptions(['--port', '9001'], { DASHBOARD_PORT: '9000' })).toMatchObject({ port: 9001 });
});

test('an unknown scenario is refused with the names of all that exist', () => {
  const options = demoOptions(['--scenario', 'nope'], {});
  if (options.kind !== 'refused') throw new Error('an unknown scenario must be refused');
  expect(options.reason).toContain('"nope"');
  for (const { name } of SCENARIOS) expect(options.reason).toContain(name);
});

test.each([
  ['--port', '0'],
  ['--port', '65536'],
  ['--port', '80a'],
  ['--no-such-option'],
  ['--story', '--scenario', 'drift'],
])('%s %s is refused', (...args) => {
  expect(demoOptions(args, {}).kind).toBe('refused');
});

test('--list and --help ask for text alone', () => {
  expect(demoOptions(['--list'], {}).kind).toBe('list');
  expect(demoOptions(['-h'], {}).kind).toBe('help');
});

test('the story of a rollout by the API is asked for with the story', () => {
  expect(demoOptions(['--story', '--api'], {})).toMatchObject({ isStory: true, isByApi: true });
  expect(demoOptions(['--story'], {})).toMatchObject({ isByApi: false });
  expect(demoOptions(['--api'], {})).toMatchObject({ kind: 'refused' });
});
