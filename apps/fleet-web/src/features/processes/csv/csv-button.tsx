import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { useState } from 'react';
import { Button } from '../../../components/button/button.tsx';

type Props = {
  readonly snapshot: FleetSnapshot;
  /** The processes that are asked for, in their order. */
  readonly ids: readonly string[];
};

/** Saves the processes that are asked for as a file for spreadsheets. What writes it is loaded only then. */
export function CsvButton({ snapshot, ids }: Props) {
  const [isMissing, setMissing] = useState(false);
  const save = async () => {
    try {
      const { saveProcesses } = await import('./save-processes.ts');
      saveProcesses(ids, snapshot);
      setMissing(false);
    } catch {
      setMissing(true);
    }
  };
  return (
    <div className="csv-button">
      <span role="status">{isMissing && 'It could not be loaded: reload the page.'}</span>
      <Button onClick={() => void save()}>Save as CSV</Button>
    </div>
  );
}
