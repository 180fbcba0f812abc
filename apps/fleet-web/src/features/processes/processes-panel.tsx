import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { lazy } from 'react';
import { LatePart } from '../../components/late-part.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { answerTo } from '../../format/answer-to.ts';
import { processesFact } from './processes-fact.ts';
import { useOpenProcess } from './use-open-process.ts';

const loadProcesses = () => import('./processes.tsx');
const ProcessList = lazy(async () => ({ default: (await loadProcesses()).ProcessList }));
const ProcessDetails = lazy(async () => ({ default: (await loadProcesses()).ProcessDetails }));

/** Every process: those in trouble first, as the API has them, until something else is asked for. */
export function ProcessesPanel({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  const { id, open, close } = useOpenProcess();
  if (snapshot === null) return <Panel title="Processes" name="processes" />;
  const isEmpty = snapshot.processes.length === 0;
  return (
    <>
      <Panel
        title="Processes"
        name="processes"
        {...answerTo('heartbeats', snapshot)}
        fact={isEmpty ? undefined : processesFact(snapshot)}
      >
        {isEmpty ? (
          <Empty>No process has reported its health</Empty>
        ) : (
          <LatePart what="The list of processes">
            <ProcessList snapshot={snapshot} openId={id} onOpen={open} />
          </LatePart>
        )}
      </Panel>
      {/* Beside the list, which may be folded. */}
      {id !== null && (
        <LatePart key={id} what="The details">
          <ProcessDetails process_id={id} snapshot={snapshot} onClose={close} />
        </LatePart>
      )}
    </>
  );
}
