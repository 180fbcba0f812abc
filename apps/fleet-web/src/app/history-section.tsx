import { useQuery } from '@tanstack/react-query';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { historyQuery } from '../api/history-query.ts';
import { HistoryPanel } from '../features/history/history-panel.tsx';

/** What changed lately, read again whenever the snapshot tells of a change. */
export function HistorySection({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  const change = `${snapshot?.summary.status} ${snapshot?.summary.since} ${snapshot?.summary.issues.length}`;
  const { data } = useQuery({ ...historyQuery(change), enabled: snapshot !== null });
  return <HistoryPanel history={data ?? null} generatedAt={snapshot?.generated_at ?? null} />;
}
