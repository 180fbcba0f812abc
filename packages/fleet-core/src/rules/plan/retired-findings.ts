import type { PlannedFleet } from '../../domain/plan-in-force.ts';
import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import type { JudgedHost } from '../judged-host.ts';
import { rangesOf } from '../locks/lock-report.ts';
import { ownershipOf } from '../ownership/bucket-ownership.ts';
import { rangeOf } from '../ownership/bucket-ranges.ts';
import { monitorsAmong } from '../processes/process-type.ts';
import type { JudgedProcess } from '../processes/processes.ts';
import { rangesText } from '../text/bucket-range-text.ts';
import { listText } from '../text/list-text.ts';

/** What was to be retired and is still at work, or still owns buckets. */
export function retiredFindings({ hosts }: JudgedFleet, { retired }: PlannedFleet): Finding[] {
  const named = new Set(retired);
  return [...hosts].flatMap(([host, known]) => {
    const working = known.processes.filter((judged) => judged.active && judged.retired);
    const owned = isRetiredHost(host, known, named) ? ownedText(known) : [];
    const facts = [
      ...(working.length > 0 ? ['still runs'] : []),
      ...working.flatMap(({ process }) => pinnedText(process)),
      ...owned,
    ];
    if (facts.length === 0) return [];
    const title = `${nameOf(host, known, working)} is retired by plan and ${listText(facts)}`;
    return [finding('amber', 'plan_mismatch', title, `plan: ${title}`, { subject: host, hosts: [host] })];
  });
}

/** By its name, or since every monitor that it has is named. */
function isRetiredHost(host: string, { processes }: JudgedHost, named: ReadonlySet<string>): boolean {
  const monitors = monitorsAmong(processes);
  return named.has(host) || (monitors.length > 0 && monitors.every((judged) => judged.retired));
}

function ownedText({ owner, locks }: JudgedHost): string[] {
  if (locks.length > 0) return [`still holds the lock of ${rangesText(rangesOf(locks))}`];
  if (owner === undefined) return [];
  return [`still owns ${rangesText([rangeOf(owner)])}`];
}

function pinnedText(process: JudgedProcess['process']): string[] {
  const { bucket_min: min, bucket_max: max } = process;
  const ownership = ownershipOf(process);
  if (ownership === 'dynamic' || ownership === 'active' || min === null || max === null) return [];
  return [`holds ${rangesText([{ min, max }])}`];
}

/** The host, unless others run there that are not retired. */
function nameOf(host: string, { processes }: JudgedHost, working: readonly JudgedProcess[]): string {
  if (processes.every((judged) => judged.retired)) return host;
  return working.length === 0 ? host : listText(working.map(({ process }) => process.process_id));
}
