import { useQuery } from '@tanstack/react-query';
import type { FleetHistory } from 'fleet-core/contract/answers/history';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { historyQuery } from '../api/history-query.ts';

/**
 * What was before, from `since` on, or from where the API's usual answer begins. Read again whenever the snapshot tells of a
 * change; null while it is not known.
 */
export function useHistory(snapshot: FleetSnapshot | null, since: string | null = null): FleetHistory | null {
  const change = `${snapshot?.decision.code} ${snapshot?.decision.since} ${snapshot?.summary.issues.length}`;
  return useQuery({ ...historyQuery(change, since), enabled: snapshot !== null }).data ?? null;
}
