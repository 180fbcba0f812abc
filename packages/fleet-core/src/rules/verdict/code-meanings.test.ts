import { describe, expect, it } from 'vitest';
import { CodeCatalogue } from '../../contract/answers/code-catalogue.ts';
import { ISSUE_CODES } from '../../contract/issue.ts';
import { operatorSql } from '../../sql/operator/operator-sql.ts';
import { TABLE_NAMES } from '../../sql/schema/table-names.ts';
import { makeThresholds } from '../../testing/make/make-thresholds.ts';
import { codeMeanings } from './code-meanings.ts';

const SQL = operatorSql(TABLE_NAMES.jetpack_monitor, makeThresholds());
const meanings = codeMeanings(SQL);
const meaningOf = (code: string) => meanings.find((meaning) => meaning.code === code);

it('every code is told, in the order in which issues of one severity are listed', () => {
  expect(meanings.map(({ code }) => code)).toEqual([...ISSUE_CODES]);
});

it('is what the schema says', () => {
  const catalogue = { schema_version: 1, codes: meanings };
  expect(CodeCatalogue.parse(catalogue)).toEqual(catalogue);
});

describe('a code', () => {
  it('of the original is told with its severities, worst first, and the action of each', () => {
    expect(meaningOf('bucket_coverage')).toMatchObject({
      severities: ['red', 'amber'],
      question: 'ownership',
      in_summary: true,
      can_be_planned: true,
      next_actions: { red: 'fix_bucket_coverage', amber: 'confirm_bucket_ownership' },
    });
  });

  it('of an added rule leads to no action of the summary', () => {
    expect(meaningOf('sites_unchecked')).toMatchObject({
      severities: ['red', 'amber'],
      question: 'checks',
      in_summary: false,
      can_be_planned: false,
      next_actions: {},
    });
  });

  it('is told with steps as text: what to do, and the command', () => {
    expect(meaningOf('process_stale')?.steps).toEqual([
      'On the host concerned: is it running? systemctl status jetmon2',
      'On the host concerned: what did it say last? journalctl -u jetmon2 -n 100 --no-pager',
      `See who is silent, and since when: ${SQL.stale_processes}`,
    ]);
  });

  it('is told with each step apart from its command, for what lets it be copied', () => {
    const meaning = meaningOf('process_stale');
    expect(meaning?.step_details).toEqual([
      {
        text: 'On the host concerned: is it running?',
        command: { kind: 'shell', text: 'systemctl status jetmon2' },
      },
      {
        text: 'On the host concerned: what did it say last?',
        command: { kind: 'shell', text: 'journalctl -u jetmon2 -n 100 --no-pager' },
      },
      { text: 'See who is silent, and since when', command: { kind: 'sql', text: SQL.stale_processes } },
    ]);
    for (const { steps, step_details } of meanings) {
      expect(step_details.map(({ text }) => text)).toEqual(
        steps.map((line, place) => line.slice(0, step_details[place]?.text.length)),
      );
    }
  });

  it('can be muted unless it complains of the plan', () => {
    expect(meanings.filter(({ can_be_muted }) => !can_be_muted).map(({ code }) => code)).toEqual([
      'plan_mismatch',
      'plan_member_missing',
      'plan_unreadable',
    ]);
  });

  it('of delivery names the deliverer’s service', () => {
    expect(meaningOf('delivery_owner_absent')?.steps[0]).toBe(
      'On the host concerned: is the deliverer running? systemctl status jetmon-deliverer',
    );
  });

  it('is told in the names of this database', () => {
    const text = JSON.stringify(meanings);
    expect(text).toContain('jetpack_monitor_process_health');
    expect(text).not.toContain('jetmon_process_health');
  });
});
