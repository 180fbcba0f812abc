import type { Process } from 'fleet-core/contract/process';
import { StaleBadge, StatusBadge } from '../../components/status-badge.tsx';

/** What the API says of a process's health. */
export function HealthBadge({ process: { stale, health_status } }: { readonly process: Process }) {
  return stale ? <StaleBadge /> : <StatusBadge level={health_status} />;
}
