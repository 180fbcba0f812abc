import * as z from 'zod/mini';
import { checkConfig } from '../check-config.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/database.ts';
import { examine } from './examine.ts';
import { type Finding, findingText } from './finding.ts';

z.config({ jitless: true });

const { settings, faults, warnings } = await checkConfig(process.env);
const ofSettings: Finding[] = [
  ...faults.map((fact) => ({ kind: 'problem', subject: 'settings', fact }) as const),
  ...warnings.map((fact) => ({ kind: 'advice', subject: 'settings', fact }) as const),
];
const result = readConfig(process.env);
if (!result.ok) {
  tell(ofSettings);
  process.exit(2);
}
const { config } = result;
const database = openDatabase({ ...config.database, statementTimeoutMs: config.requestTimeoutMs });
const findings = [...(await examine(database, config, Date.now())), ...ofSettings];
database.close();
tell(findings);
process.stdout.write(
  `\nSettings, and where each is from:\n${settings.map((line) => `  ${line}\n`).join('')}`,
);
process.exitCode = findings.some(({ kind }) => kind === 'problem') ? 1 : 0;

function tell(told: readonly Finding[]): void {
  process.stdout.write(told.map(findingText).join(''));
}
