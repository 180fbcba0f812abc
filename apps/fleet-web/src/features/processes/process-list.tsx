import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { useMemo } from 'react';
import { Empty } from '../../components/panel.tsx';
import './process-list.css';
import { CsvButton } from './csv/csv-button.tsx';
import { ProcessControls } from './filter/process-controls.tsx';
import { namedByIssues } from './in-trouble.ts';
import { EMPTY_QUERY, isNarrowed } from './process-query.ts';
import { ProcessTable } from './rows/process-table.tsx';
import { tableRows } from './rows/table-rows.ts';
import { tableSize } from './table-size.ts';
import { useProcessQuery } from './use-process-query.ts';
import { VersionList } from './version-list.tsx';
import { minorityVersions } from './version-standing.ts';

type Props = {
  readonly snapshot: FleetSnapshot;
  readonly openId: string | null;
  readonly onOpen: (process_id: string) => void;
};

/** The versions in use, what is looked for, and the processes that match. */
export function ProcessList({ snapshot, openId, onOpen }: Props) {
  const { processes, settings, summary, versions } = snapshot;
  const { hasControls: isLong, foldsHealthy } = tableSize(processes.length);
  const [asked, ask] = useProcessQuery();
  // What a link has left out of a short list must be seen, and be taken back.
  const hasControls = isLong || isNarrowed(asked);
  const query = hasControls ? asked : EMPTY_QUERY;
  const rows = useMemo(() => {
    const named = namedByIssues(summary);
    return tableRows(processes, { query, named, folds: foldsHealthy });
  }, [processes, summary, query, foldsHealthy]);
  const minorities = useMemo(() => minorityVersions(versions), [versions]);
  return (
    <>
      <div className="process-tools">
        <VersionList versions={versions} minorities={minorities} />
        <CsvButton snapshot={snapshot} ids={rows.ids} />
      </div>
      {hasControls && (
        <ProcessControls processes={processes} query={query} matching={rows.matching} onAsk={ask} />
      )}
      {rows.keys.length === 0 ? (
        <Empty>No process matches</Empty>
      ) : (
        <ProcessTable
          processes={processes}
          settings={settings}
          minorities={minorities}
          rows={rows}
          query={query}
          onAsk={hasControls ? ask : undefined}
          openId={openId}
          onOpen={onOpen}
        />
      )}
    </>
  );
}
