import { queryOptions } from '@tanstack/react-query';
import { DriftDetail } from 'fleet-core/contract/answers/drift-detail';
import { fetchAnswer } from './fetch-answer.ts';

/** Which sites drift. Asked once each time it is wanted, and never by itself. */
export const driftQuery = queryOptions({
  queryKey: ['drift'],
  queryFn: ({ signal }) => fetchAnswer('api/fleet/drift', DriftDetail, signal),
  staleTime: 0,
  gcTime: 0,
  retry: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  networkMode: 'always',
});
