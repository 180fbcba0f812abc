import type { Process } from 'fleet-core/contract/process';
import { formatCount, NOT_READ } from '../../../format/count.ts';
import { standingText, type VersionStanding } from '../version-standing.ts';
import { buildText } from './process-texts.ts';

type Props = { readonly process: Process; readonly standing: VersionStanding | undefined };

/** The version; one that is not the usual one of its type says so. */
export function ProcessVersion({ process, standing }: Props) {
  const { version } = process;
  if (standing === undefined) return <span>{version || NOT_READ}</span>;
  return (
    <span className="version-odd" title={`${standingText(standing)}; ${buildText(process)}`}>
      {version || 'none'} <i>{formatCount(standing.count)} only</i>
    </span>
  );
}
