import { findServerSoftware } from 'fleet-lab/database/server-software';
import { watchedScenario } from 'fleet-lab/scenarios/incident';
import { describe, expect, it } from 'vitest';
import { useClockedDatabase } from '../../../apps/fleet-api/trial/harness/fixtures/use-clocked-database.ts';
import { lookAtState } from '../../../apps/fleet-api/trial/harness/fixtures/watcher-for-test.ts';
import { commandBlocks, isRun } from './command-blocks.ts';
import { rowsAt } from './snapshot-rows.ts';
import { rowsOfBlock } from './statement-rows.ts';
import { surroundingsOf } from './surroundings.ts';
import type { TextRow } from './text-row.ts';

const BLOCKS = commandBlocks('sql').filter(isRun);
const NUMBERS = BLOCKS.flatMap((block) => {
  const path = block.marks.get('gives');
  return path === undefined
    ? []
    : surroundingsOf(block).map((shown) => [path, shown.name, { path, shown, block }] as const);
});
const OTHERS = BLOCKS.filter(({ marks }) => !marks.has('gives')).map(
  (block) => [block.title, block] as const,
);

describe.skipIf(findServerSoftware() === null)(
  'statements of the docs (need MariaDB or MySQL installed)',
  () => {
    const clocked = useClockedDatabase();

    it.each(OTHERS)('%s … is answered to an account that only reads', async (_, { text }) => {
      for (const rows of await rowsOfBlock(text, clocked())) expect(rows).toEqual(expect.any(Array));
    });

    it.each(NUMBERS)(
      '%s of the fleet "%s" is what its statement gives',
      async (_, __, { path, shown, block }) => {
        const snapshot = await lookAtState(clocked(), watchedScenario(shown));
        const [rows = [], ...more] = await rowsOfBlock(block.text, clocked());
        expect(more).toEqual([]);
        const columns = Object.keys(rows[0] ?? {});
        expect(sorted(rows)).toEqual(sorted(rowsAt(snapshot, path).map((row) => only(columns, row))));
      },
    );
  },
);

function only(columns: readonly string[], row: TextRow): TextRow {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? `no ${column}`]));
}

function sorted(rows: readonly TextRow[]): string[] {
  return rows.map((row) => JSON.stringify(row)).toSorted();
}
