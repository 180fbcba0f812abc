import { cleanup, render } from '@testing-library/react';
import { REPORTED_COLUMNS } from 'fleet-core/contract/process';
import { afterEach, expect, it } from 'vitest';
import { makeProcess } from '../../../testing/make-process.ts';
import { ProcessFacts } from './process-facts.tsx';

afterEach(cleanup);

/** All but the process's own name, which stands over its details. */
const TOLD = Object.keys(REPORTED_COLUMNS).filter((column) => column !== 'process_id');
const PROCESS = makeProcess({ runtime_goroutines: 1 });

function factsOf(changes: Record<string, string | number | boolean>): string {
  const process = { ...PROCESS, ...changes };
  return render(<ProcessFacts process={process} read_at="2026-04-30T14:00:00Z" versions={[]} />).container
    .textContent;
}

it.each(TOLD)('the details of a process tell its %s', (column) => {
  const value = new Map(Object.entries(PROCESS)).get(column);
  const another = typeof value === 'boolean' ? !value : typeof value === 'string' ? 'another' : 77;
  expect(factsOf({ [column]: another })).not.toBe(factsOf({}));
});
