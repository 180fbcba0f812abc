import { queryOptions } from '@tanstack/react-query';
import { CodeCatalogue } from 'fleet-core/contract/answers/code-catalogue';
import { fetchAnswer } from './fetch-answer.ts';

/** What codes mean says nothing of the present: an answer serves until the page is loaded anew. */
export const codesQuery = queryOptions({
  queryKey: ['codes'],
  queryFn: ({ signal }) => fetchAnswer('api/fleet/codes', CodeCatalogue, signal),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  retry: false,
  networkMode: 'always',
});
