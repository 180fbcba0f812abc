import type { VerifliersCode } from '../../../contract/verifliers.ts';
import { distinctSorted } from '../../code-point-order.ts';
import { dependencyName, entryLevel } from '../../dependencies/dependencies.ts';
import type { Finding } from '../../finding.ts';
import type { JudgedFleet } from '../../judged-fleet.ts';
import type { JudgedProcess } from '../../processes/processes.ts';
import { listText } from '../../text/list-text.ts';
import { sentence } from '../../text/sentence.ts';
import { discoveryMode } from '../../verifliers/discovery-modes.ts';
import { veriflierSteps } from '../catalogue/veriflier-codes.ts';
import { act, serviceOf } from '../steps.ts';
import type { Join } from './draft.ts';
import { unwatchedBy } from './failing-dependencies.ts';

const MOST_FACTS = 5;

const WAYS_OUT: Partial<Record<VerifliersCode, string>> = {
  query_failed: "Grant this dashboard's account SELECT on both tables; its log names the error.",
  no_usable_vantage: 'Fill in host, port and token of the vantages that are to be used, and enable them.',
  incomplete_vantages: 'Fill in what the vantage lacks, or disable it.',
  duplicate_endpoints:
    'Stop the agent that is not at the endpoint of its vantage, or give it a vantage of its own.',
  none_enabled: 'Enable the vantages that are complete, or set VERIFLIER_DISCOVERY_MODE back to static.',
  no_fresh_agent: 'Check that the verifliers run and that the monitors reach them.',
  stale_agents: 'Check that these verifliers run; delete the rows of those that were taken down.',
};

/** What is wrong with the verifliers, with the monitors that are unwell because of nothing else. */
export const joinVerifliers: Join = (pool, fleet) => {
  const [found] = pool.take('verifliers');
  if (found === undefined || fleet.verifliers === null) return [];
  const unwell = monitorsUnwellForDiscovery(
    pool.look('process_red').concat(pool.look('process_amber')),
    fleet,
  );
  const underGreen = pool
    .look('dependency_red')
    .filter(({ subject }) => discoveryMode(subject) !== undefined);
  const there = unwell.map(({ judged }) => judged);
  const hosts = distinctSorted(there.map(({ process }) => process.host_id));
  const faulty = fleet.verifliers.vantages.filter(({ faults }) => faults.length > 0);
  const wayOut = WAYS_OUT[fleet.verifliers.code];
  return [
    {
      code: 'verifliers',
      kind: 'fleet',
      ids: [],
      title: found.title,
      headline: sentence(found.headline),
      facts: [
        ...faulty.slice(0, MOST_FACTS).map(({ vantage_id, faults }) => `${vantage_id}: ${listText(faults)}`),
        ...there
          .slice(0, MOST_FACTS)
          .map(({ process }) => `${process.process_id} reports ${process.health_status}`),
      ],
      findings: [found, ...pool.claim(unwell.map((one) => one.found)), ...pool.claim(underGreen)],
      ranges: unwatchedBy(there, fleet),
      about: { hosts, service: serviceOf(there) },
      steps: (about, sql) => [...veriflierSteps(about, sql), ...(wayOut === undefined ? [] : [act(wayOut)])],
    },
  ];
};

function monitorsUnwellForDiscovery(
  findings: readonly Finding[],
  { processes }: JudgedFleet,
): { readonly found: Finding; readonly judged: JudgedProcess }[] {
  const byId = new Map(processes.map((judged) => [judged.process.process_id, judged]));
  return findings.flatMap((found) => {
    const judged = byId.get(found.subject);
    return judged !== undefined && failsForDiscoveryAlone(judged) ? [{ found, judged }] : [];
  });
}

function failsForDiscoveryAlone({ process }: JudgedProcess): boolean {
  const failing = process.dependency_health.filter((entry) => entryLevel(entry) !== 'green');
  return failing.length > 0 && failing.every((entry) => discoveryMode(dependencyName(entry)) !== undefined);
}
