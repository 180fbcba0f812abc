import * as z from 'zod/mini';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/database.ts';
import { examine } from './examine.ts';
import { findingText } from './finding.ts';

z.config({ jitless: true });

const result = readConfig(process.env);
if (!result.ok) {
  const faults = result.faults.map((fact) => findingText({ kind: 'problem', subject: 'settings', fact }));
  process.stdout.write(faults.join(''));
  process.exit(2);
}
const { config } = result;
const database = openDatabase({ ...config.database, statementTimeoutMs: config.requestTimeoutMs });
const findings = await examine(database, config, Date.now());
database.close();
process.stdout.write(findings.map(findingText).join(''));
process.exitCode = findings.some(({ kind }) => kind === 'problem') ? 1 : 0;
