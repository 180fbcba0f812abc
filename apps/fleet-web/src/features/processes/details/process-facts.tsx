import type { Process, VersionCount } from 'fleet-core/contract/process';
import type { ReactNode } from 'react';
import { Age } from '../../../components/age.tsx';
import { Handle } from '../../../components/handle/handle.tsx';
import { filteredPlace } from '../../../components/handle/places.ts';
import { SubjectLink } from '../../../components/handle/subject-link.tsx';
import { HeartbeatAge } from '../../../components/heartbeat-age.tsx';
import { formatCount, NOT_READ } from '../../../format/count.ts';
import { formatMegabytes } from '../../../format/memory.ts';
import { formatUtc, secondsBetween } from '../../../format/utc-time.ts';
import { bucketsText, deliveryText } from '../columns/process-texts.ts';
import { minorityVersions, standingKey, standingText } from '../version-standing.ts';

type Props = {
  readonly process: Process;
  readonly read_at: string;
  readonly versions: readonly VersionCount[];
};

/** Every column of a process's row in words. */
export function ProcessFacts({ process, read_at, versions }: Props) {
  const standing = minorityVersions(versions).get(standingKey(process.process_type, process.version));
  return (
    <dl className="facts">
      <Fact name="Host">
        <SubjectLink kind="host" id={process.host_id} />
      </Fact>
      <Fact name="Type">{process.process_type}</Fact>
      <Fact name="State">{process.state || NOT_READ}</Fact>
      <Fact name="Reported health">{process.health_status || 'nothing'}</Fact>
      <Fact name="Heartbeat">
        <HeartbeatAge seconds={process.last_heartbeat_age_sec} instant={process.updated_at} after=" ago" />
      </Fact>
      <Fact name="Up for">
        <UpTime started_at={process.started_at} read_at={read_at} />
      </Fact>
      <Fact name="Version">
        <Handle to={filteredPlace(['type', process.process_type], ['version', process.version])}>
          {process.version || NOT_READ}
        </Handle>
        {standing !== undefined && <span className="fact-note">{standingText(standing)}</span>}
      </Fact>
      <Fact name="Build">
        {process.build_date || NOT_READ}, {process.go_version || 'Go unknown'}
      </Fact>
      <Fact name="Process number">{process.pid}</Fact>
      <Fact name="Ports">
        API {process.api_port ?? NOT_READ}, dashboard {process.dashboard_port ?? NOT_READ}
      </Fact>
      <Fact name="Buckets">
        {bucketsText(process)}
        {process.bucket_ownership !== '' && `, ${process.bucket_ownership}`}
      </Fact>
      <Fact name="Delivery">{deliveryText(process)}</Fact>
      <Fact name="Workers">{formatCount(process.worker_count)}</Fact>
      <Fact name="Checks">
        {formatCount(process.active_checks)} active, {formatCount(process.queue_depth)} queued,{' '}
        {formatCount(process.retry_queue_size)} to retry
      </Fact>
      <Fact name="WPCOM">
        circuit {circuitText(process.wpcom_circuit_open)}, {formatCount(process.wpcom_queue_depth)} queued
      </Fact>
      <Fact name="Memory">
        {formatMegabytes(process.rss_mem_mb)} resident, {formatMegabytes(process.go_sys_mem_mb)} by Go
      </Fact>
      {process.runtime_goroutines !== undefined && (
        <Fact name="Goroutines">
          {formatCount(process.runtime_goroutines)}
          <span className="fact-note">{goroutineStates(process)}</span>
        </Fact>
      )}
      {process.runtime_threads !== undefined && (
        <Fact name="Threads">{formatCount(process.runtime_threads)}</Fact>
      )}
      <Fact name="First seen">{process.created_at === null ? NOT_READ : formatUtc(process.created_at)}</Fact>
    </dl>
  );
}

/** What they do, as far as it is told, and how many there have ever been. */
function goroutineStates(process: Process): string {
  const told: readonly (readonly [count: number | null | undefined, word: string])[] = [
    [process.runtime_goroutines_running, 'running'],
    [process.runtime_goroutines_runnable, 'runnable'],
    [process.runtime_goroutines_waiting, 'waiting'],
    [process.runtime_goroutines_not_in_go, 'outside Go'],
    [process.runtime_goroutines_created, 'created'],
  ];
  return told
    .flatMap(([count, word]) => (count === undefined ? [] : `${formatCount(count)} ${word}`))
    .join(', ');
}

function circuitText(isOpen: boolean | null): string {
  if (isOpen === null) return NOT_READ;
  return isOpen ? 'open' : 'closed';
}

function UpTime({ started_at, read_at }: { readonly started_at: string | null; readonly read_at: string }) {
  if (started_at === null) return NOT_READ;
  return (
    <>
      <Age seconds={secondsBetween(started_at, read_at)} instant={started_at} />
      <span className="fact-note">since {formatUtc(started_at)}</span>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
