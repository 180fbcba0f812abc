import { useQuery } from '@tanstack/react-query';
import { driftQuery } from '../../../api/drift-query.ts';
import { DriftReport } from '../../../features/drift/drift-report.tsx';

/** Asks which sites drift as soon as it is drawn, and again when it is told to. */
export default function DriftSites() {
  const { data, error, isFetching, refetch } = useQuery(driftQuery);
  return (
    <DriftReport
      detail={data}
      error={error?.message}
      isAsking={isFetching}
      onAskAgain={() => void refetch()}
    />
  );
}
