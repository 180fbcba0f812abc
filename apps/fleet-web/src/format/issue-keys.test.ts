import type { Issue } from 'fleet-core/contract/issue';
import { expect, it } from 'vitest';
import { issueKeys } from './issue-keys.ts';

const silent = (host: string, sec: number): Issue => ({
  code: 'process_stale',
  severity: 'red',
  subject: `${host}:monitor`,
  message: `${host}:monitor is silent for ${sec} s`,
});

it('an issue keeps its key while its seconds pass, and when another one comes before it', () => {
  const [key] = issueKeys([silent('jetmon-b', 660)]);
  expect(issueKeys([silent('jetmon-a', 605), silent('jetmon-b', 665)])[1]).toBe(key);
});

it('issues of one code and subject have different keys', () => {
  expect(new Set(issueKeys([silent('jetmon-a', 1), silent('jetmon-a', 1)])).size).toBe(2);
});
