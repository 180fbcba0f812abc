import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { REPOSITORY_ROOT } from 'fleet-lab/repository-root';
import { FaultFigures, faultTable, replaceTable } from './fault-table.ts';

const DOCUMENT = join(REPOSITORY_ROOT, 'docs/reliability.md');
const USUAL_SEC = 4;

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: String(USUAL_SEC) }, only: { type: 'string' } },
});
const seconds = Number(values.seconds);
if (!(seconds > 0)) throw new Error('--seconds must be a number above 0');
/** The document has the table of all faults, as long as they are within the tests. */
const isForDocument = seconds === USUAL_SEC && values.only === undefined;

const directory = mkdtempSync(join(tmpdir(), 'fleet-faults-'));
const file = join(directory, 'figures.jsonl');
try {
  const { status } = spawnSync('pnpm', ['exec', ...vitest()], {
    cwd: REPOSITORY_ROOT,
    env: { ...process.env, FLEET_FAULT_FIGURES: file, FLEET_FAULT_SEC: String(seconds) },
    stdio: 'inherit',
  });
  if (status === 0) {
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    const table = faultTable(lines.map((line) => FaultFigures.parse(JSON.parse(line))));
    if (isForDocument) writeFileSync(DOCUMENT, replaceTable(readFileSync(DOCUMENT, 'utf8'), table));
    else process.stdout.write(`${seconds} s each\n\n${table}\n`);
  }
  process.exitCode = status ?? 1;
} finally {
  rmSync(directory, { recursive: true });
}

function vitest(): string[] {
  const tests = ['--config', '.config/vitest.config.ts', 'apps/fleet-api/trial/faults'];
  const only = values.only === undefined ? [] : ['--testNamePattern', values.only];
  return ['vitest', 'run', ...tests, '--testTimeout', String((seconds + 90) * 1000), ...only];
}
