import type { Process } from 'fleet-core/contract/process';
import { NOT_READ } from '../../../format/count.ts';
import { formatMegabytes } from '../../../format/memory.ts';
import { reportedMemory } from './reported-memory.ts';

/** How much memory a process has, and which kind of memory that is. */
export function ProcessMemory({ process }: { readonly process: Process }) {
  const memory = reportedMemory(process);
  if (memory === null) return NOT_READ;
  return (
    <>
      {formatMegabytes(memory.megabytes)} <span className="muted">{memory.kind}</span>
    </>
  );
}
