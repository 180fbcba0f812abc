import type { CodeMeaning } from '../../contract/answers/code-catalogue.ts';
import type { Step } from '../../contract/cause.ts';
import { ISSUE_CODES, type IssueCode } from '../../contract/issue.ts';
import { LEVELS, type Level } from '../../contract/level.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { OperatorSql } from '../../domain/operator-sql.ts';
import { CATALOGUE } from './catalogue/catalogue.ts';
import type { CatalogueEntry } from './catalogue/entry.ts';
import { MONITOR_SERVICE } from './steps.ts';

/** The catalogue for readers, in the order of the codes; steps in the names of this database. */
export function codeMeanings(sql: OperatorSql): Closed<CodeMeaning>[] {
  return ISSUE_CODES.map((code) => meaningOf(code, sql));
}

/** The severities that issues of a code can have, the worst first. */
export function severitiesOf(entry: CatalogueEntry): Level[] {
  const severities = entry.inSummary ? Object.keys(entry.nextActions) : entry.severities;
  return LEVELS.filter((level) => severities.some((severity) => severity === level)).toReversed();
}

function meaningOf(code: IssueCode, sql: OperatorSql): Closed<CodeMeaning> {
  const entry = CATALOGUE[code];
  const steps = entry.steps({ hosts: [], service: MONITOR_SERVICE }, sql);
  return {
    code,
    severities: severitiesOf(entry),
    question: entry.question,
    in_summary: entry.inSummary,
    can_be_planned: entry.canBePlanned ?? false,
    can_be_muted: !entry.neverMuted,
    next_actions: entry.inSummary ? { ...entry.nextActions } : {},
    meaning: entry.meaning,
    likely_causes: [...entry.likelyCauses],
    steps: steps.map(stepText),
    step_details: steps,
  };
}

function stepText({ text, command }: Closed<Step>): string {
  if (command === undefined) return text;
  return `${text}${text.endsWith('?') ? '' : ':'} ${command.text}`;
}
