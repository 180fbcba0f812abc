import type { Issue } from 'fleet-core/contract/issue';
import { expect, it } from 'vitest';
import { unlistedWord } from '../testing/unlisted-word.ts';
import { levelOf } from './issue-level.ts';

const issue = (code: Issue['code'], severity: Issue['severity']): Issue => ({
  code,
  severity,
  subject: '',
  message: '',
});
const issues: Issue[] = [
  issue('process_red', unlistedWord('purple')),
  issue('process_stale', 'red'),
  issue('process_stale', 'amber'),
];

it('is the severity of the first issue with one of the codes', () => {
  expect(levelOf(issues, ['no_monitor_processes', 'process_stale'])).toEqual({ level: 'red' });
});

it('is none while no issue has one of the codes', () => {
  expect(levelOf(issues, ['no_monitor_processes'])).toEqual({});
  expect(levelOf([], ['process_stale'])).toEqual({});
});
