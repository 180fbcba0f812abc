import type { VersionCount } from 'fleet-core/contract/process';
import { formatCount } from '../../format/count.ts';

/** What is deployed where, most common first: during a rollout the second entry tells how far it is. */
export function VersionList({ versions }: { readonly versions: readonly VersionCount[] }) {
  if (versions.length === 0) return null;
  return (
    <ul className="versions" aria-label="Versions">
      {versions.map(({ version, process_type, count }) => (
        <li key={`${process_type} ${version}`}>
          {formatCount(count)} × {process_type} <b>{version || 'no version'}</b>
        </li>
      ))}
    </ul>
  );
}
