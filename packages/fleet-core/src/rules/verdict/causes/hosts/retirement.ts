import { hostOf, type JudgedFleet } from '../../../judged-fleet.ts';
import { isStopped } from '../../../processes/processes.ts';
import { countText } from '../../../text/count-text.ts';
import { act, type StepsFor } from '../../steps.ts';

const MOST_NAMED = 5;

/** The steps, and by which line of the plan those of the hosts are no longer missed that may have been retired. */
export function andRetirement(steps: StepsFor, fleet: JudgedFleet): StepsFor {
  return (about, sql) => {
    const ended = about.hosts.filter((host) => hasEnded(host, fleet));
    return [...steps(about, sql), ...(ended.length === 0 ? [] : [act(lineText(ended, fleet))])];
  };
}

/** Stopped in good order, or gone. What still says that it runs has died: that is nothing to be planned away. */
function hasEnded(host: string, fleet: JudgedFleet): boolean {
  const { processes, vanished } = hostOf(fleet, host);
  const isThere = processes.length > 0 || vanished.length > 0;
  return isThere && processes.every(({ process }) => isStopped(process));
}

function lineText(hosts: readonly string[], { plan: { file, plan } }: JudgedFleet): string {
  const names = hosts.slice(0, MOST_NAMED).map((host) => JSON.stringify(host));
  const more = hosts.length > MOST_NAMED ? `, and ${countText(hosts.length - MOST_NAMED, 'other')}` : '';
  const members = new Set([
    ...(plan?.deliverers ?? []),
    ...(plan?.monitors ?? []).map(({ host_id }) => host_id),
  ]);
  const planned = hosts.some((host) => members.has(host)) ? ', and take it out of where it is planned' : '';
  const where =
    file === null ? 'in a plan, and name its file in FLEET_PLAN_FILE' : `in ${file} (FLEET_PLAN_FILE)`;
  return `If retired for good, write "retired": [${names.join(', ')}${more}] ${where}${planned}.`;
}
