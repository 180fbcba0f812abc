import { describe, expect, expectTypeOf, it } from 'vitest';
import { CHECKLIST_CODES } from '../../../contract/checklist.ts';
import { ISSUE_CODES, type IssueCode } from '../../../contract/issue.ts';
import { operatorSql } from '../../../sql/operator/operator-sql.ts';
import { TABLE_NAMES } from '../../../sql/schema/table-names.ts';
import { makeThresholds } from '../../../testing/make/make-thresholds.ts';
import { CATALOGUE } from './catalogue.ts';
import type { CatalogueEntry } from './entry.ts';

const SQL = operatorSql(TABLE_NAMES.jetmon, makeThresholds());
const entries = ISSUE_CODES.map((code) => ({ code, entry: CATALOGUE[code] }));
const stepsOf = ({ steps }: CatalogueEntry, ...hosts: string[]) => steps({ hosts, service: 'jetmon2' }, SQL);

describe.each(entries)('$code', ({ entry }) => {
  it('belongs to a question of the checklist', () => {
    expect(CHECKLIST_CODES).toContain(entry.question);
  });

  it('can be red or amber, and in the summary leads to an action for each', () => {
    const severities = entry.inSummary ? Object.keys(entry.nextActions) : entry.severities;
    expect(severities.length).toBeGreaterThan(0);
    for (const severity of severities) expect(['red', 'amber']).toContain(severity);
  });

  it('has a meaning of two sentences', () => {
    const sentences = entry.meaning.match(/[A-Z][^.]+(?:WordPress\.com[^.]*)?\.(?= |$)/g);
    expect(sentences?.join(' ')).toBe(entry.meaning);
    expect(sentences).toHaveLength(2);
  });

  it('has likely causes that are no sentences, to be listed', () => {
    expect(entry.likelyCauses.length).toBeGreaterThan(0);
    for (const cause of entry.likelyCauses)
      expect(cause).toMatch(/^(?:[a-z]|WordPress|Jetmon|DELIVERY_OWNER_HOST)[^.]*(?:\.com)?[^.]*[^.]$/);
  });

  it('has steps that say what to do', () => {
    const steps = stepsOf(entry);
    expect(steps.length).toBeGreaterThan(0);
    for (const { text } of steps) expect(text).toMatch(/^[A-Z]/);
    expect(new Set(steps.map(({ text }) => text)).size).toBe(steps.length);
  });

  it('names the host in every step that is taken on one', () => {
    for (const step of stepsOf(entry, 'jetmon-b')) {
      if (step.on_host !== undefined)
        expect(step).toMatchObject({ on_host: 'jetmon-b', text: /^On jetmon-b: / });
    }
  });
});

it('only bucket coverage can be as planned', () => {
  expect(entries.filter(({ entry }) => entry.canBePlanned).map(({ code }) => code)).toEqual([
    'bucket_coverage',
  ]);
});

it('the codes of the original and its first additions count in the summary, those of the added rules do not', () => {
  const counted = entries.filter(({ entry }) => entry.inSummary).map(({ code }) => code);
  expect(counted).toEqual(ISSUE_CODES.slice(0, ISSUE_CODES.indexOf('owner_without_monitor')));
});

it('two codes never share their meaning', () => {
  expect(new Set(entries.map(({ entry }) => entry.meaning)).size).toBe(entries.length);
});

describe('a code that is not filled in wholly does not compile', () => {
  type Of<Code extends IssueCode> = Record<Code, CatalogueEntry>;
  type Common = Pick<CatalogueEntry, 'question' | 'meaning' | 'likelyCauses' | 'steps'>;
  type Added = Common & { subject: 'fleet'; inSummary: false; severities: ['red'] };
  type Original = Common & { subject: 'fleet'; inSummary: true; nextActions: { red: 'review_warnings' } };
  type OfProcesses = Omit<Added, 'subject'> & { subject: 'process'; tally: ['a', 'b']; crowd: 'c' };

  it('one that is missing', () => {
    expectTypeOf<Of<IssueCode>>().toExtend<typeof CATALOGUE>();
    expectTypeOf<Of<Exclude<IssueCode, 'process_red'>>>().not.toExtend<typeof CATALOGUE>();
  });

  it('one without question, meaning, likely causes, steps, or what it is about', () => {
    expectTypeOf<Added>().toExtend<CatalogueEntry>();
    expectTypeOf<Omit<Added, 'question'>>().not.toExtend<CatalogueEntry>();
    expectTypeOf<Omit<Added, 'meaning'>>().not.toExtend<CatalogueEntry>();
    expectTypeOf<Omit<Added, 'likelyCauses'>>().not.toExtend<CatalogueEntry>();
    expectTypeOf<Omit<Added, 'steps'>>().not.toExtend<CatalogueEntry>();
    expectTypeOf<Omit<Added, 'subject'>>().not.toExtend<CatalogueEntry>();
  });

  it('one of the original’s without its next actions, one of the added without its severities', () => {
    expectTypeOf<Original>().toExtend<CatalogueEntry>();
    expectTypeOf<Omit<Original, 'nextActions'>>().not.toExtend<CatalogueEntry>();
    expectTypeOf<Omit<Added, 'severities'>>().not.toExtend<CatalogueEntry>();
    expectTypeOf<Omit<Added, 'inSummary'>>().not.toExtend<CatalogueEntry>();
  });

  it('one of processes that does not say how several are spoken of', () => {
    expectTypeOf<OfProcesses>().toExtend<CatalogueEntry>();
    expectTypeOf<Omit<OfProcesses, 'tally'>>().not.toExtend<CatalogueEntry>();
    expectTypeOf<Omit<OfProcesses, 'crowd'>>().not.toExtend<CatalogueEntry>();
  });
});
