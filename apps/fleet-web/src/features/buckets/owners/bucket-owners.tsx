import type { BucketCoverage } from 'fleet-core/contract/bucket-coverage';
import { LocksTable } from './locks-table.tsx';
import { OwnersTable } from './owners-table.tsx';
import { PinnedTable } from './pinned-table.tsx';

type Props = { readonly coverage: BucketCoverage; readonly graceSec: number };

/** Who owns what: by locks, by rows of jetmon_hosts, by pinned ranges. */
export default function BucketOwners({ coverage, graceSec }: Props) {
  return (
    <>
      {coverage.locks.length > 0 && <LocksTable locks={coverage.locks} />}
      {needsOwnerRows(coverage) && <OwnersTable coverage={coverage} graceSec={graceSec} />}
      {coverage.pinned.length > 0 && <PinnedTable coverage={coverage} />}
    </>
  );
}

/** Where ownership is not by rows they are shown only when there are any beside. */
function needsOwnerRows({ mode, hosts }: BucketCoverage): boolean {
  if (mode === 'pinned') return false;
  return mode !== 'api_controlled' || hosts.length > 0;
}
