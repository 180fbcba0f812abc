import './version-list.css';
import type { VersionCount } from 'fleet-core/contract/process';
import { Handle } from '../../components/handle/handle.tsx';
import { filteredPlace } from '../../components/handle/places.ts';
import { formatCount } from '../../format/count.ts';
import { type MinorityVersions, standingKey } from './version-standing.ts';

type Props = { readonly versions: readonly VersionCount[]; readonly minorities: MinorityVersions };

/** What is deployed where, most common first: during a rollout the second entry tells how far it is. */
export function VersionList({ versions, minorities }: Props) {
  if (versions.length === 0) return null;
  return (
    <ul className="versions" aria-label="Versions">
      {versions.map(({ version, process_type, count }) => {
        const key = standingKey(process_type, version);
        return (
          <li key={key} className={minorities.has(key) ? 'version-odd' : undefined}>
            <Handle to={filteredPlace(['type', process_type], ['version', version])}>
              {formatCount(count)} × {process_type} <b>{version || 'no version'}</b>
            </Handle>
            {minorities.has(key) && <i> minority</i>}
          </li>
        );
      })}
    </ul>
  );
}
