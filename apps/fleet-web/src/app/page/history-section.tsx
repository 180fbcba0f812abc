import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { HistoryPanel } from '../../features/history/history-panel.tsx';
import { useHistory } from '../use-history.ts';

/** What changed lately. */
export function HistorySection({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  return <HistoryPanel history={useHistory(snapshot)} generatedAt={snapshot?.generated_at ?? null} />;
}
