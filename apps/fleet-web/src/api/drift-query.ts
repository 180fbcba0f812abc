import { queryOptions } from '@tanstack/react-query';
import './csp-safe-zod.ts';
import { DriftDetail } from 'fleet-core/contract/drift-detail';
import { SCHEMA_VERSION } from 'fleet-core/contract/fleet-snapshot';
import { Problem } from 'fleet-core/contract/problem';

/** Longer than the API takes to give up. */
const TIMEOUT_MS = 15_000;

async function fetchDrift(signal: AbortSignal): Promise<DriftDetail> {
  const response = await fetch('/api/fleet/drift', {
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    cache: 'no-store',
  }).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new Error('The dashboard API cannot be reached, or takes too long.', { cause });
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const problem = Problem.safeParse(body);
    const told = problem.success ? (problem.data.detail ?? `${problem.data.title}.`) : 'no details.';
    throw new Error(`The dashboard API answers HTTP ${response.status}: ${told}`);
  }
  const detail = DriftDetail.safeParse(body);
  if (!detail.success || detail.data.schema_version > SCHEMA_VERSION)
    throw new Error('The dashboard API gave an answer that this page cannot read.');
  return detail.data;
}

/** Which sites drift. Asked once each time it is wanted, and never by itself. */
export const driftQuery = queryOptions({
  queryKey: ['drift'],
  queryFn: ({ signal }) => fetchDrift(signal),
  staleTime: 0,
  gcTime: 0,
  retry: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  networkMode: 'always',
});
