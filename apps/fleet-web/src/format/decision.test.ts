import type { Issue } from 'fleet-core/contract/issue';
import type { Summary } from 'fleet-core/contract/summary';
import { describe, expect, it } from 'vitest';
import { snapshotWith } from '../testing/snapshot-with.ts';
import { unlistedWord } from '../testing/unlisted-word.ts';
import { decisionOf } from './decision.ts';

const base = snapshotWith();
const pinned: Issue = { code: 'bucket_coverage', severity: 'amber', subject: '', message: 'pinned' };
const stale: Issue = { code: 'process_stale', severity: 'red', subject: 'a', message: 'stale' };

function decide(
  status: Summary['status'],
  issue_details: Issue[],
  planned: 'pinned' | 'dynamic' | null = null,
) {
  return decisionOf({
    ...base,
    summary: { ...base.summary, status, message: 'fleet has a new word', issue_details },
    bucket_coverage: { ...base.bucket_coverage, code: 'pinned', mode: 'pinned' },
    settings: { ...base.settings, expected_ownership: planned },
  });
}

describe('the decision', () => {
  it('green is safe to continue', () => {
    expect(decide('green', []).headline).toBe('Safe to continue');
  });

  it('red names the number of blockers, not of warnings', () => {
    expect(decide('red', [stale, stale, pinned]).headline).toBe('Do not advance: 2 blockers');
  });

  it('amber asks for a look, with the number of warnings', () => {
    expect(decide('amber', [pinned])).toEqual({
      headline: 'Check before advancing: 1 warning',
      asPlanned: false,
    });
  });

  it('pinned during a pinned rollout is as planned', () => {
    expect(decide('amber', [pinned], 'pinned')).toEqual({
      headline: 'Safe to continue: pinned as planned',
      asPlanned: true,
    });
  });

  it('pinned is no plan once dynamic ownership was planned', () => {
    expect(decide('amber', [pinned], 'dynamic').asPlanned).toBe(false);
  });

  it('pinned as planned does not excuse another warning, nor a blocker', () => {
    const amber: Issue = { ...stale, severity: 'amber', code: 'process_amber' };
    expect(decide('amber', [pinned, amber], 'pinned').headline).toBe('Check before advancing: 1 warning');
    expect(decide('red', [stale, pinned], 'pinned').headline).toBe('Do not advance: 1 blocker');
  });

  it("a status that the page does not know is told in the API's words", () => {
    expect(decide(unlistedWord('purple'), []).headline).toBe('Fleet has a new word');
  });
});
