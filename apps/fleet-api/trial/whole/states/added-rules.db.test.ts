import { addedView } from 'fleet-core/testing/states/added-view';
import { findServerSoftware } from 'fleet-lab/database/server-software';
import { RULE_STATES } from 'fleet-lab/rule-states/rule-states';
import { describe, expect, it } from 'vitest';
import { useClockedDatabase } from '../../harness/fixtures/use-clocked-database.ts';
import { lookAtState } from '../../harness/fixtures/watcher-for-test.ts';

describe.skipIf(findServerSoftware() === null)(
  'through the database and HTTP, to the second (needs MariaDB or MySQL installed)',
  () => {
    const clocked = useClockedDatabase();

    it.each(RULE_STATES)('$name', async ({ expect: expected, ...state }) => {
      expect(addedView(await lookAtState(clocked(), state))).toEqual(expected);
    });
  },
);
