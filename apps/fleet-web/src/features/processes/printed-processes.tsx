import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { formatAge } from '../../format/age.ts';
import { countOf, NOT_READ } from '../../format/count.ts';
import { NAMELESS } from '../../format/names.ts';
import { processNotes } from './columns/process-notes.ts';
import { bucketsText } from './columns/process-texts.ts';
import { healthWord } from './health-word.ts';
import { isInTrouble, namedByIssues } from './in-trouble.ts';

/** All processes in trouble, for paper: whatever the table on screen shows of them. */
export function PrintedProcesses({ snapshot }: { readonly snapshot: FleetSnapshot }) {
  const { processes, summary } = snapshot;
  const named = namedByIssues(summary);
  const troubled = processes.filter((process) => isInTrouble(process, named));
  const heading = `${countOf(troubled.length, 'process', 'processes')} in trouble, of ${processes.length}`;
  if (troubled.length === 0) return <h2>{heading}</h2>;
  return (
    <>
      <h2>{heading}</h2>
      <table>
        <thead>
          <tr>
            {['Health', 'Process', 'Heartbeat', 'Buckets', 'Version', 'What it says'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {troubled.map((process) => (
            <tr key={process.process_id}>
              <td>{healthWord(process)}</td>
              <th scope="row">{process.process_id || NAMELESS}</th>
              <td>{ageText(process.last_heartbeat_age_sec)}</td>
              <td>{bucketsText(process)}</td>
              <td>{process.version || NOT_READ}</td>
              <td>
                {processNotes(process)
                  .map(({ text }) => text)
                  .join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const ageText = (ageSec: number | null) => (ageSec === null ? 'none' : `${formatAge(ageSec)} ago`);
