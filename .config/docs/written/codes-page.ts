import { ISSUE_CODES, type IssueCode } from 'fleet-core/contract/issue';
import { CATALOGUE } from 'fleet-core/rules/verdict/catalogue/catalogue';
import { severitiesOf } from 'fleet-core/rules/verdict/code-meanings';
import { MONITOR_SERVICE } from 'fleet-core/rules/verdict/steps';
import { operatorSql } from 'fleet-core/sql/operator/operator-sql';
import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import { makeThresholds } from 'fleet-core/testing/make/make-thresholds';

/** Commands of steps are for the hosts of a fleet; statements are run by the tests. */
const FENCES = { shell: 'sh needs-a-fleet', sql: 'sql' };
const SQL = operatorSql(TABLE_NAMES.jetmon, makeThresholds());

const HEAD = `# Codes

Each thing that the dashboard can find has a code, which stays the same whatever the sentence says: in
\`summary.issue_details[]\` and \`causes[]\` of [the API](api.md), in mutes of [the plan](configuration.md#the-plan), and in
alerts. This page is written by \`pnpm docs:write\` from the table that the verdicts are made from; \`/api/fleet/codes\`
gives the same with the names of your database in its statements, and so does [the page](page.md#codes), on a click. They
only read.

A code with no place in \`summary\` is an addition: \`decision\` counts it, \`summary.status\` does not.
`;

/** The page on the codes, one section each, in the order in which issues are listed. */
export function codesPage(): string {
  const list = ISSUE_CODES.map((code) => `[\`${code}\`](#${code})`).join(' · ');
  return `${HEAD}\n${list}\n${ISSUE_CODES.map(sectionOf).join('')}`;
}

function sectionOf(code: IssueCode): string {
  const entry = CATALOGUE[code];
  const traits = [
    severitiesOf(entry).join(' or '),
    `question \`${entry.question}\``,
    ...(entry.inSummary ? [] : ['not in `summary`']),
    ...(entry.canBePlanned ? ['may be as planned'] : []),
    ...(entry.neverMuted ? ['cannot be muted'] : []),
  ];
  const causes = entry.likelyCauses.map((cause) => `- ${cause}\n`).join('');
  const steps = entry.steps({ hosts: [], service: MONITOR_SERVICE }, SQL).map(({ text, command }, i) => {
    const code =
      command === undefined
        ? ''
        : `\n${indented(`\`\`\`${FENCES[command.kind]}\n${command.text}\n\`\`\``)}\n`;
    return `${i + 1}. ${text}\n${code}`;
  });
  return `
## ${code}

${traits.join(' · ')}

${entry.meaning}

Likely causes:

${causes}
What to do:

${steps.join('')}`;
}

function indented(lines: string): string {
  return lines.replaceAll(/^(?=.)/gm, '   ');
}
