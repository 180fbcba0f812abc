import type { DependencyEntry, Process } from 'fleet-core/contract/process';
import { Age } from '../../../components/age.tsx';
import { StatusBadge } from '../../../components/status-badge.tsx';
import { NOT_READ } from '../../../format/count.ts';
import { secondsBetween } from '../../../format/utc-time.ts';

type Props = { readonly process: Process; readonly read_at: string };

/** What a process said of each thing that it depends on. */
export function ProcessDependencies({ process, read_at }: Props) {
  const { dependency_health } = process;
  return (
    <>
      <h4>Dependencies</h4>
      {dependency_health.length === 0 ? (
        <p className="panel-empty">It reports none</p>
      ) : (
        <ul className="details-dependencies">
          {dependency_health.map((entry, index) => (
            <li key={`${index} ${entry.name}`}>
              <b>{entry.name || 'unnamed'}</b> <StatusBadge level={entry.status} />
              <span className="dependency-numbers">
                {entry.latency_ms === undefined ? NOT_READ : Math.round(entry.latency_ms)} ms, checked{' '}
                <CheckedAt entry={entry} read_at={read_at} />
              </span>
              {entry.last_error && <span className="dependency-error">last error: {entry.last_error}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The time is the process's own text: one that is no time is shown as it is. */
function CheckedAt({ entry, read_at }: { readonly entry: DependencyEntry; readonly read_at: string }) {
  const { checked_at } = entry;
  if (checked_at === undefined || checked_at === '') return NOT_READ;
  if (Number.isNaN(Date.parse(checked_at))) return checked_at;
  return (
    <>
      <Age seconds={secondsBetween(checked_at, read_at)} instant={checked_at} /> ago
    </>
  );
}
