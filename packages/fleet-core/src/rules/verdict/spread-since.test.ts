import { describe, expect, it } from 'vitest';
import { after, on, setProcesses } from '../../testing/change-readings.ts';
import { causesOf, rowOf } from '../../testing/find-issues.ts';
import { judge } from '../../testing/judge.ts';
import { secondsAgo } from '../../testing/make/now.ts';
import { dynamicFleet } from '../../testing/states/base-fleets.ts';
import { spreadSince } from './spread-since.ts';

const twoSilent = after(
  dynamicFleet(),
  setProcesses({ updated_at_ms: secondsAgo(900) }, on('jetmon-b')),
  setProcesses({ updated_at_ms: secondsAgo(1200) }, on('jetmon-c')),
);

describe('since when', () => {
  it('a cause stands: since the first of its issues, whose own time tells it', () => {
    expect(
      causesOf('host_silent', judge(twoSilent)).map(({ since, subject }) => [subject.ids, since]),
    ).toEqual([
      [['jetmon-b'], '2026-04-30T13:55:00Z'],
      [['jetmon-c'], '2026-04-30T13:50:00Z'],
    ]);
  });

  it('a row stands: since the first of its issues', () => {
    expect(rowOf('heartbeats', judge(twoSilent)).since).toBe('2026-04-30T13:50:00Z');
  });

  it('is null or left out where nobody knows', () => {
    const snapshot = judge(after(dynamicFleet(), setProcesses({ health_status: 'red' }, on('jetmon-b'))));
    expect(rowOf('heartbeats', snapshot).since).toBeNull();
    expect(causesOf('process_red', snapshot)[0]).not.toHaveProperty('since');
  });

  it('follows the issues when these are told since when they were seen', () => {
    const snapshot = judge(after(dynamicFleet(), setProcesses({ health_status: 'red' })));
    const times = ['2026-04-30T13:30:00.500Z', '2026-04-30T13:30:00Z', '2026-04-30T14:00:00Z'];
    const { summary } = snapshot;
    const issue_details = summary.issue_details.map((issue, i) => ({
      ...issue,
      since: times[i] ?? '2026-04-30T15:00:00Z',
    }));
    const spread = spreadSince({ ...snapshot, summary: { ...summary, issue_details } });
    expect(rowOf('heartbeats', spread).since).toBe('2026-04-30T13:30:00Z');
    expect(rowOf('drift', spread).since).toBeNull();
    expect(spread.causes[0]?.since).toBe('2026-04-30T13:30:00Z');
  });
});
