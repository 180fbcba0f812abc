import { useQuery } from '@tanstack/react-query';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { FleetHistory } from 'fleet-core/contract/history';
import { historyQuery } from '../api/history-query.ts';

/** What changed lately, read again whenever the snapshot tells of a change; null while it is not known. */
export function useHistory(snapshot: FleetSnapshot | null): FleetHistory | null {
  const change = `${snapshot?.decision.code} ${snapshot?.decision.since} ${snapshot?.summary.issues.length}`;
  return useQuery({ ...historyQuery(change), enabled: snapshot !== null }).data ?? null;
}
