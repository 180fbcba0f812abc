import type { Process } from 'fleet-core/contract/process';
import { formatCount } from '../../../format/count.ts';
import type { VersionStanding } from '../version-standing.ts';

type Props = { readonly process: Process; readonly standing: VersionStanding | undefined };

/** The version; one that is not the usual one of its type says so. */
export function VersionCell({ process, standing }: Props) {
  const { version, build_date, go_version, pid } = process;
  const build = `build ${build_date || '?'} · ${go_version || 'go ?'} · pid ${pid}`;
  return (
    <td data-label="Version" title={build}>
      {standing === undefined ? (
        version || '—'
      ) : (
        <span className="version-odd" title={`${standingText(standing)}; ${build}`}>
          {version || 'none'} <i>{formatCount(standing.count)} only</i>
        </span>
      )}
    </td>
  );
}

/** How an unusual version stands, in words. */
export function standingText({ count, usual }: VersionStanding): string {
  return `${formatCount(count)} of this type ${count === 1 ? 'runs' : 'run'} this version; most run ${usual}`;
}
