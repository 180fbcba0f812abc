import { defaultOf } from '../../../apps/fleet-api/src/settings/effective-settings.ts';
import { Environment } from '../../../apps/fleet-api/src/settings/environment.ts';
import { FACTS } from '../../../apps/fleet-api/src/settings/setting-facts.ts';
import { readText } from '../pages.ts';

const PAGE = 'docs/configuration.md';
const [BEGIN, END] = ['<!-- settings: begin -->', '<!-- settings: end -->'];

/** The page on the settings, with the table of all of them as their schema has it; the rest is as it stands there. */
export function configurationPage(): string {
  const [before = '', rest = ''] = readText(PAGE).split(BEGIN);
  const [, after = ''] = rest.split(END);
  const rows = Object.entries(Environment.shape).map(
    ([name, schema]) => `| \`${name}\` | ${defaultCell(name)} | ${FACTS.get(schema)?.meaning ?? ''} |\n`,
  );
  return `${before}${BEGIN}\n| variable | default | meaning |\n|---|---|---|\n${rows.join('')}${END}${after}`;
}

function defaultCell(name: string): string {
  const { text, absent, isRequired } = defaultOf(name);
  if (isRequired) return '—';
  return text === undefined ? (absent ?? 'none') : `\`${text}\``;
}
