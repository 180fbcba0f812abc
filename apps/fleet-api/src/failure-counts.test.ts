import { expect, it } from 'vitest';
import { DatabaseFailure } from './database/database-failure.ts';
import { createFailureCounts } from './failure-counts.ts';

it('every failed read counts in its class, and a fault of ours as internal', () => {
  const failures = createFailureCounts();
  failures.add(new DatabaseFailure('timeout', ''));
  failures.add(new DatabaseFailure('timeout', ''));
  failures.add(new DatabaseFailure('denied', ''));
  failures.add(new TypeError());
  expect(Object.fromEntries(failures.byClass())).toEqual({ timeout: 2, denied: 1, internal: 1 });
});
