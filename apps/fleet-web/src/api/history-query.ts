import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import './csp-safe-zod.ts';
import { FleetHistory } from 'fleet-core/contract/answers/history';
import { eitherSignal } from './either-signal.ts';
import { requestUrl } from './request-url.ts';

const TIMEOUT_MS = 4_000;
const REFRESH_MS = 60_000;
const RETRY_MS = 5_000;

async function fetchHistory(since: string | null, signal: AbortSignal): Promise<FleetHistory> {
  const range = since === null ? '' : `?since=${since}`;
  const response = await fetch(requestUrl(`api/fleet/history${range}`), {
    signal: eitherSignal(signal, AbortSignal.timeout(TIMEOUT_MS)),
    cache: 'no-store',
  });
  if (!response.ok) throw new Error(`The history was answered with HTTP ${response.status}`);
  return FleetHistory.parse(await response.json());
}

/** What was before, from `since` on. Asked for anew when the status or the issues' number changes, and once a minute; soon again while it cannot be had. */
export function historyQuery(change: string, since: string | null) {
  return queryOptions({
    queryKey: ['history', change, since],
    queryFn: ({ signal }) => fetchHistory(since, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.status === 'error' ? RETRY_MS : REFRESH_MS),
    retry: false,
    gcTime: REFRESH_MS,
  });
}
