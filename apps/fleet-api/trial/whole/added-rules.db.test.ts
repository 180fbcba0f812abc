import { addedView } from 'fleet-core/testing/added-view';
import { findServerSoftware } from 'fleet-lab/database/server-software';
import { RULE_STATES } from 'fleet-lab/rule-states/rule-states';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClockedDatabase, startClockedDatabase } from '../harness/clocked-database.ts';
import { lookAtState } from '../harness/look-at-state.ts';

describe.skipIf(findServerSoftware() === null)(
  'through the database and HTTP, to the second (needs MariaDB or MySQL installed)',
  () => {
    let clocked: ClockedDatabase;
    beforeAll(async () => {
      clocked = await startClockedDatabase();
    }, 60_000);
    afterAll(() => clocked.stop());

    it.each(RULE_STATES)('$name', async ({ expect: expected, ...state }) => {
      expect(addedView(await lookAtState(clocked, state))).toEqual(expected);
    });
  },
);
