import type { CodeMeaning } from 'fleet-core/contract/answers/code-catalogue';
import type { Summary } from 'fleet-core/contract/summary';
import { countOf } from '../../format/count.ts';
import { shortQuestion } from '../../format/short-question.ts';

/** What a code is in a few words each: how grave, which question it concerns, and what becomes of it. */
export function codeTraits(meaning: CodeMeaning): string[] {
  const { severities, question, in_summary, can_be_planned, can_be_muted } = meaning;
  return [
    severities.join(' or '),
    `concerns ${shortQuestion(question)}`,
    ...(in_summary ? [] : ['counts in the decision, not in the summary']),
    ...(can_be_planned ? ['may be as planned'] : []),
    ...(can_be_muted === undefined ? [] : [can_be_muted ? 'can be muted by plan' : 'cannot be muted']),
  ];
}

/** Whether issues of the code stand now, by the snapshot that is shown; without one that is not known. */
export function standingText(code: string, summary: Summary | null): string {
  if (summary === null) return 'Whether it stands now is not known.';
  const count = summary.issue_details.filter((issue) => issue.code === code).length;
  return count === 0
    ? 'It does not stand now.'
    : `It stands now, in ${countOf(count, 'issue')}: the steps of the cause on the page name its hosts.`;
}
