import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type { RolloutPhase } from '../../contract/rollout.ts';
import type { JudgedHost } from '../judged-host.ts';
import { type Ownership, ownershipOf } from '../ownership/bucket-ownership.ts';
import { rangeIfNamed } from '../ownership/bucket-ranges.ts';
import { isActiveMonitor, isMonitor, monitorsAmong } from '../processes/process-type.ts';
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
export function standingOf({ processes, vanished, locks }: JudgedHost): HostStanding {
  const at = leastConverted(processes, locks.length > 0);
  if (at !== undefined) {
    const { monitor, ownership: phase } = at;
    const since_ms = phase === 'active' ? activatedAt(monitor, locks) : monitor.started_at_ms;
    const { version } = monitor.process;
    const reported = rangeIfNamed(monitor.process);
    if (phase !== undefined) return { phase, version, reported, since_ms };
    const unknown_because = 'does not say how it owns its buckets';
    return { phase: 'unknown', unknown_because, version, reported, since_ms };
  }

  const monitors = monitorsAmong(processes);
  const silent = monitors.find(({ process }) => isSilent(process));
  if (silent !== undefined) {
    return {
      ...said(silent),
      phase: 'unknown',
      unknown_because: 'is silent',
      since_ms: silent.updated_at_ms,
    };
  }
  const gone = vanished.find(isMonitor);
  if (gone !== undefined) {
    const unknown_because = 'has lost its row';
    const since_ms = gone.heartbeat_ms;
    return { phase: 'unknown', unknown_because, version: null, reported: rangeIfNamed(gone), since_ms };
  }
  const [stopped] = monitors;
  if (stopped === undefined) return { phase: 'v1_or_absent', version: null, reported: null, since_ms: null };
  const hasStopped = isStopped(stopped.process);
  return { ...said(stopped), phase: 'stopped', since_ms: hasStopped ? stopped.updated_at_ms : null };
}

/** One that does not say how it owns may be anything. */
const FROM_LEAST_CONVERTED = [undefined, 'pinned', 'standby', 'active', 'dynamic'] as const;

type Owning = { readonly monitor: JudgedProcess; readonly ownership: Ownership | undefined };

/** The active monitor that is least converted, the first of several. */
function leastConverted(processes: readonly JudgedProcess[], isLocked: boolean): Owning | undefined {
  let least: Owning | undefined;
  for (const monitor of processes) {
    if (!isActiveMonitor(monitor)) continue;
    const ownership = ownershipOf(monitor.process, isLocked);
    if (least === undefined || conversionOf(ownership) < conversionOf(least.ownership))
      least = { monitor, ownership };
  }
  return least;
}

function conversionOf(ownership: Ownership | undefined): number {
  return FROM_LEAST_CONVERTED.indexOf(ownership);
}

/** A range can be taken only once it is activated, and no sooner than the monitor runs. */
function activatedAt({ started_at_ms }: JudgedProcess, locks: JudgedHost['locks']): number | null {
  const times = [started_at_ms, ...locks.map(({ activated_at_ms }) => activated_at_ms)];
  return times.reduce((latest, ms) => (latest === null || ms === null ? null : Math.max(latest, ms)));
}

function said({ process }: JudgedProcess): Pick<HostStanding, 'version' | 'reported'> {
  return { version: process.version, reported: rangeIfNamed(process) };
}
