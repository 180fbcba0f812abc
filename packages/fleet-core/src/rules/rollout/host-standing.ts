import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type { RolloutPhase } from '../../contract/rollout.ts';
import type { JudgedHost } from '../judged-host.ts';
import { ownershipOf } from '../ownership/bucket-ownership.ts';
import { isSilent, isStopped, type JudgedProcess } from '../processes/processes.ts';

/** What a host's monitors say of its phase. */
export type HostStanding = {
  readonly phase: RolloutPhase;
  /** Why the phase is unknown, in words that follow its name. */
  readonly unknown_because?: string;
  readonly version: string | null;
  /** The range that its monitor reported last. */
  readonly reported: BucketRange | null;
  /** Milliseconds since 1970: since when the phase has stood at the earliest. */
  readonly since_ms: number | null;
};

/**
 * The phase of a host: of several active monitors the least converted decides. A silent one proves nothing, whatever it
 * said last, unless that was that it had stopped.
 */
export function standingOf({ processes, vanished }: JudgedHost): HostStanding {
  const monitors = processes.filter(({ process }) => process.process_type === 'monitor');
  const active = monitors.filter((monitor) => monitor.active);
  const ownedAs = (ownership: ReturnType<typeof ownershipOf>) =>
    active.find(({ process }) => ownershipOf(process) === ownership);
  const [unclear, pinned, dynamic] = [ownedAs(undefined), ownedAs('pinned'), ownedAs('dynamic')];
  if (unclear !== undefined) {
    const unknown_because = 'does not say how it owns its buckets';
    return { ...said(unclear), phase: 'unknown', unknown_because, since_ms: unclear.started_at_ms };
  }
  if (pinned !== undefined) return { ...said(pinned), phase: 'pinned', since_ms: pinned.started_at_ms };
  if (dynamic !== undefined) return { ...said(dynamic), phase: 'dynamic', since_ms: dynamic.started_at_ms };

  const silent = monitors.find(({ process }) => isSilent(process));
  if (silent !== undefined) {
    return {
      ...said(silent),
      phase: 'unknown',
      unknown_because: 'is silent',
      since_ms: silent.updated_at_ms,
    };
  }
  const gone = vanished.find(({ process_type }) => process_type === 'monitor');
  if (gone !== undefined) {
    const unknown_because = 'has lost its row';
    const since_ms = gone.heartbeat_ms;
    return { phase: 'unknown', unknown_because, version: null, reported: rangeOf(gone), since_ms };
  }
  const [stopped] = monitors;
  if (stopped === undefined) return { phase: 'v1_or_absent', version: null, reported: null, since_ms: null };
  const hasStopped = isStopped(stopped.process);
  return { ...said(stopped), phase: 'stopped', since_ms: hasStopped ? stopped.updated_at_ms : null };
}

function said({ process }: JudgedProcess): Pick<HostStanding, 'version' | 'reported'> {
  return { version: process.version, reported: rangeOf(process) };
}

function rangeOf({ bucket_min: min, bucket_max: max }: Ranged): BucketRange | null {
  return min === null || max === null ? null : { min, max };
}

type Ranged = { readonly bucket_min: number | null; readonly bucket_max: number | null };
