import './processes-panel.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { Empty, Panel } from '../../components/panel.tsx';
import { ScrollBox } from '../../components/scroll-box.tsx';
import { ProcessRow } from './process-row.tsx';
import { processesFact } from './processes-fact.ts';
import { VersionList } from './version-list.tsx';

const COLUMNS = [
  { name: 'Health', number: false },
  { name: 'Process', number: false },
  { name: 'Type', number: false },
  { name: 'State', number: false },
  { name: 'Heartbeat', number: true },
  { name: 'Buckets', number: true },
  { name: 'Active / queue / retry', number: true },
  { name: 'Memory', number: true },
  { name: 'Version', number: false },
  { name: 'Delivery', number: false },
] as const;

/** Every process in the API's order: those in trouble first. */
export function ProcessesPanel({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  if (snapshot === null) return <Panel title="Processes" name="processes" />;
  const { processes, settings, summary, versions } = snapshot;
  return (
    <Panel
      title="Processes"
      name="processes"
      fact={processes.length === 0 ? undefined : processesFact(summary, processes.length)}
    >
      {processes.length === 0 ? (
        <Empty>No process has reported its health</Empty>
      ) : (
        <>
          <VersionList versions={versions} />
          <ScrollBox label="Process table" className="scroll-x">
            <table className="data-table as-cards processes">
              <thead>
                <tr>
                  {COLUMNS.map((column) => (
                    <th key={column.name} scope="col" className={column.number ? 'number' : undefined}>
                      {column.name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {processes.map((process) => (
                  <ProcessRow key={process.process_id} process={process} settings={settings} />
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </>
      )}
    </Panel>
  );
}
