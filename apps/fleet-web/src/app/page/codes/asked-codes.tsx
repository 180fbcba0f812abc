import { useQuery } from '@tanstack/react-query';
import { codesQuery } from '../../../api/codes-query.ts';
import type { FleetView } from '../../../api/view/fleet-view.ts';
import { CodeReport } from '../../../features/codes/code-report.tsx';

type Props = { readonly code: string; readonly view: FleetView };

/** Asks what codes mean as soon as it is drawn, and again when it is told to. */
export default function AskedCodes({ code, view }: Props) {
  const { data, error, isFetching, refetch } = useQuery(codesQuery);
  return (
    <CodeReport
      code={code}
      codes={data?.codes}
      error={error?.message}
      isAsking={isFetching}
      onAskAgain={() => void refetch()}
      summary={view.kind === 'live' ? view.reading.snapshot.summary : null}
    />
  );
}
