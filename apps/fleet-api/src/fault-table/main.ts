import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FaultFigures, faultTable, replaceTable } from './fault-table.ts';

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));
const DOCUMENT = join(REPOSITORY, 'docs/reliability.md');

const directory = mkdtempSync(join(tmpdir(), 'fleet-faults-'));
const file = join(directory, 'figures.jsonl');
try {
  const vitest = [
    'exec',
    'vitest',
    'run',
    '--config',
    '.config/vitest.config.ts',
    'apps/fleet-api/src/faults',
  ];
  const { status } = spawnSync('pnpm', vitest, {
    cwd: REPOSITORY,
    env: { ...process.env, FLEET_FAULT_FIGURES: file },
    stdio: 'inherit',
  });
  if (status === 0) {
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    const figures = lines.map((line) => FaultFigures.parse(JSON.parse(line)));
    writeFileSync(DOCUMENT, replaceTable(readFileSync(DOCUMENT, 'utf8'), faultTable(figures)));
  }
  process.exitCode = status ?? 1;
} finally {
  rmSync(directory, { recursive: true });
}
