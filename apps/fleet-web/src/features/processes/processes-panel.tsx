import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { lazy, useEffect, useMemo } from 'react';
import { LatePart } from '../../components/late-part.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { ProcessControls } from './filter/process-controls.tsx';
import { EMPTY_QUERY } from './process-query.ts';
import { processesFact } from './processes-fact.ts';
import { ProcessTable } from './rows/process-table.tsx';
import { tableRows } from './rows/table-rows.ts';
import { tableSize } from './table-size.ts';
import { useOpenProcess } from './use-open-process.ts';
import { useProcessQuery } from './use-process-query.ts';
import { VersionList } from './version-list.tsx';
import { minorityVersions } from './version-standing.ts';

const loadDetails = () => import('./details/process-details.tsx');
const ProcessDetails = lazy(loadDetails);

/** Every process: those in trouble first, as the API has them, until something else is asked for. */
export function ProcessesPanel({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  const open = useOpenProcess();
  // Ahead of the first click: when the API is gone, it is too late.
  useEffect(() => {
    loadDetails().catch(() => {});
  }, []);
  if (snapshot === null) return <Panel title="Processes" name="processes" />;
  const { processes, summary } = snapshot;
  return (
    <Panel
      title="Processes"
      name="processes"
      fact={processes.length === 0 ? undefined : processesFact(summary, processes)}
    >
      {processes.length === 0 ? (
        <Empty>No process has reported its health</Empty>
      ) : (
        <Processes snapshot={snapshot} openId={open.id} onOpen={open.open} />
      )}
      {open.id !== null && (
        <LatePart key={open.id} what="The details">
          <ProcessDetails process_id={open.id} snapshot={snapshot} onClose={open.close} />
        </LatePart>
      )}
    </Panel>
  );
}

type Props = {
  readonly snapshot: FleetSnapshot;
  readonly openId: string | null;
  readonly onOpen: (process_id: string) => void;
};

function Processes({ snapshot, openId, onOpen }: Props) {
  const { processes, settings, summary, versions } = snapshot;
  const { hasControls, foldsHealthy } = tableSize(processes.length);
  const [asked, ask] = useProcessQuery();
  const query = hasControls ? asked : EMPTY_QUERY;
  const rows = useMemo(() => {
    const named = new Set(summary.issue_details.map((issue) => issue.subject));
    return tableRows(processes, { query, named, folds: foldsHealthy });
  }, [processes, summary, query, foldsHealthy]);
  const minorities = useMemo(() => minorityVersions(versions), [versions]);
  return (
    <>
      <VersionList versions={versions} minorities={minorities} />
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
