import type { Process } from 'fleet-core/contract/process';
import { RetiredBadge, StaleBadge, StatusBadge } from '../../components/status-badge.tsx';

/** What the API says of a process's health. */
export function HealthBadge({ process: { retired, stale, health_status } }: { readonly process: Process }) {
  if (retired) return <RetiredBadge />;
  return stale ? <StaleBadge /> : <StatusBadge level={health_status} />;
}
