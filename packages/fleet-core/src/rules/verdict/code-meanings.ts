import type { CodeMeaning } from '../../contract/code-catalogue.ts';
import { ISSUE_CODES, type IssueCode } from '../../contract/issue.ts';
import { LEVELS } from '../../contract/level.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { OperatorSql } from '../../domain/operator-sql.ts';
import { CATALOGUE } from './catalogue/catalogue.ts';

/** The catalogue for readers, in the order of the codes; steps in the names of this database. */
export function codeMeanings(sql: OperatorSql): Closed<CodeMeaning>[] {
  return ISSUE_CODES.map((code) => meaningOf(code, sql));
}

function meaningOf(code: IssueCode, sql: OperatorSql): Closed<CodeMeaning> {
  const entry = CATALOGUE[code];
  const next_actions = entry.inSummary ? { ...entry.nextActions } : {};
  const severities = entry.inSummary
    ? LEVELS.filter((level) => level in next_actions)
    : [...entry.severities];
  const steps = entry.steps({ hosts: [], buckets: '' }, sql);
  return {
    code,
    severities: severities.toReversed(),
    question: entry.question,
    in_summary: entry.inSummary,
    can_be_planned: entry.canBePlanned ?? false,
    next_actions,
    meaning: entry.meaning,
    likely_causes: [...entry.likelyCauses],
    steps: steps.map(({ text, command }) => (command === undefined ? text : `${text}: ${command.text}`)),
  };
}
