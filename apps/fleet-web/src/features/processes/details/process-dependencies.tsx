import type { DependencyEntry, Process } from 'fleet-core/contract/process';
import { Age } from '../../../components/age.tsx';
import { SubjectLink } from '../../../components/handle/subject-link.tsx';
import { LongText } from '../../../components/long-text/long-text.tsx';
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
              <b>
                <SubjectLink kind="dependency" id={entry.name}>
                  {entry.name || 'unnamed'}
                </SubjectLink>
              </b>{' '}
              <StatusBadge level={entry.status} />
              <span className="dependency-numbers">
                {entry.latency_ms === undefined ? NOT_READ : Math.round(entry.latency_ms)} ms, checked{' '}
                <CheckedAt entry={entry} read_at={read_at} />
              </span>
              {entry.last_error && (
                <span className="dependency-error">
                  <LongText>{`last error: ${entry.last_error}`}</LongText>
                </span>
              )}
              {entry.details !== undefined && <Details details={entry.details} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What else it said, in its own words. */
function Details({ details }: { readonly details: Readonly<Record<string, string>> }) {
  const texts = Object.entries(details).map(([name, text]) => `${name}: ${text}`);
  return (
    texts.length > 0 && (
      <span className="dependency-details">
        <LongText>{texts.join(' · ')}</LongText>
      </span>
    )
  );
}

/** The time is the process's own text: one that is no time is shown as it is. */
function CheckedAt({ entry, read_at }: { readonly entry: DependencyEntry; readonly read_at: string }) {
  const { checked_at } = entry;
  if (checked_at === undefined || checked_at === '') return NOT_READ;
  if (Number.isNaN(Date.parse(checked_at))) return <span>{checked_at}</span>;
  return (
    <>
      <Age seconds={secondsBetween(checked_at, read_at)} instant={checked_at} /> ago
    </>
  );
}
