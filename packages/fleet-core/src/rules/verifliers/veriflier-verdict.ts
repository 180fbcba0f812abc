import type { Level } from '../../contract/level.ts';
import type {
  DiscoveryMode,
  VeriflierAgent,
  VerifliersCode,
  VeriflierVantage,
} from '../../contract/verifliers.ts';
import { countText, numberText } from '../text/count-text.ts';
import { limitText } from '../text/duration-text.ts';
import { listText } from '../text/list-text.ts';

export type VeriflierVerdict = {
  readonly status: Level;
  readonly code: VerifliersCode;
  readonly message: string;
};

/** What is judged: the rows, and who of them is concerned. */
export type JudgedRegistry = {
  readonly discovery_modes: readonly DiscoveryMode[];
  readonly vantages: readonly VeriflierVantage[];
  readonly agents: readonly VeriflierAgent[];
  /** The vantages with more than one endpoint. */
  readonly duplicates: readonly string[];
  readonly unreadable_rows: readonly string[];
  readonly graceSec: number;
};

/** The registry as the table of verdicts asks for it. */
type Seen = JudgedRegistry & {
  readonly isActive: boolean;
  readonly isShadow: boolean;
  /** Active or shadow. */
  readonly isVisible: boolean;
  readonly enabled: readonly VeriflierVantage[];
  readonly incomplete: readonly VeriflierVantage[];
  readonly stale: readonly VeriflierAgent[];
};

type Rule = readonly [
  when: (seen: Seen) => boolean,
  status: Level,
  code: VerifliersCode,
  message: (seen: Seen) => string,
];

/** First that applies. */
const RULES: readonly Rule[] = [
  [
    ({ isActive, enabled, incomplete }) => isActive && enabled.length === incomplete.length,
    'red',
    'no_usable_vantage',
    (seen) =>
      seen.enabled.length === 0
        ? noneEnabledText(seen)
        : `no enabled veriflier vantage is usable${andDiscovery(seen)}: ${lackText(seen)}`,
  ],
  [
    ({ isActive, incomplete }) => isActive && incomplete.length > 0,
    'red',
    'incomplete_vantages',
    incompleteText,
  ],
  [
    ({ isActive, duplicates }) => isActive && duplicates.length > 0,
    'red',
    'duplicate_endpoints',
    duplicatesText,
  ],
  [({ isVisible, enabled }) => isVisible && enabled.length === 0, 'amber', 'none_enabled', noneEnabledText],
  [
    ({ isShadow, incomplete }) => isShadow && incomplete.length > 0,
    'amber',
    'incomplete_vantages',
    incompleteText,
  ],
  [
    ({ isVisible, agents, stale }) => isVisible && agents.length === stale.length,
    'amber',
    'no_fresh_agent',
    noneFreshText,
  ],
  [({ duplicates }) => duplicates.length > 0, 'amber', 'duplicate_endpoints', duplicatesText],
  [({ stale }) => stale.length > 0, 'amber', 'stale_agents', staleText],
  [({ unreadable_rows }) => unreadable_rows.length > 0, 'amber', 'rows_unreadable', unreadableText],
  [
    ({ isVisible, vantages }) => !isVisible && vantages.length === 0,
    'green',
    'static_configuration',
    () => 'no vantage is registered: monitors use the verifliers of their configuration',
  ],
  [({ incomplete }) => incomplete.length > 0, 'amber', 'incomplete_vantages', incompleteText],
  [
    ({ enabled }) => enabled.length > 0,
    'green',
    'ok',
    ({ enabled, agents }) =>
      `${countText(enabled.length, 'usable vantage')}, ${countText(agents.length, 'fresh agent')}`,
  ],
  [
    () => true,
    'green',
    'registry_present',
    ({ vantages }) => `${countText(vantages.length, 'registered vantage')}, none enabled and none asked for`,
  ],
];

/** The first of the rules that applies to what was read. */
export function veriflierVerdict(registry: JudgedRegistry): VeriflierVerdict {
  const { discovery_modes, vantages, agents } = registry;
  const isActive = isModeVisible(discovery_modes, 'active');
  const isShadow = isModeVisible(discovery_modes, 'shadow');
  const enabled = vantages.filter((vantage) => vantage.enabled);
  const seen = {
    ...registry,
    isActive,
    isShadow,
    isVisible: isActive || isShadow,
    enabled,
    incomplete: enabled.filter((vantage) => !vantage.usable),
    stale: agents.filter((agent) => agent.stale),
  };
  for (const [when, status, code, message] of RULES)
    if (when(seen)) return { status, code, message: message(seen) };
  throw new Error('the last rule always applies');
}

/** A table that exists and could not be read: what monitors that go by it do is not known. */
export function notReadVerdict(modes: readonly DiscoveryMode[]): VeriflierVerdict {
  const status = isModeVisible(modes, 'active') ? 'red' : 'amber';
  return { status, code: 'query_failed', message: 'verifliers could not be read' };
}

function isModeVisible(modes: readonly DiscoveryMode[], wanted: string): boolean {
  return modes.some(({ mode }) => mode === wanted);
}

/** What makes it matter, where monitors go by the registry or compare it. */
function andDiscovery({ isActive, isShadow }: Seen): string {
  if (isActive) return ', and discovery is active';
  return isShadow ? ', and discovery is in shadow mode' : '';
}

function noneEnabledText(seen: Seen): string {
  return `no veriflier vantage is enabled${andDiscovery(seen)}`;
}

function incompleteText(seen: Seen): string {
  const { length } = seen.incomplete;
  const verb = length === 1 ? 'is' : 'are';
  return `${countText(length, 'enabled veriflier vantage')} ${verb} incomplete${andDiscovery(seen)}: ${lackText(seen)}`;
}

/** What a single one lacks, and of several who they are. */
function lackText({ incomplete }: Seen): string {
  const [one, ...others] = incomplete;
  return one !== undefined && others.length === 0
    ? `${one.vantage_id} has ${listText(one.faults)}`
    : listText(incomplete.map(({ vantage_id }) => vantage_id));
}

function duplicatesText(seen: Seen): string {
  const { length } = seen.duplicates;
  const verb = length === 1 ? 'has' : 'have';
  const who = `${countText(length, 'veriflier vantage')} ${verb} more than one endpoint`;
  return `${who}${andDiscovery(seen)}: ${listText(seen.duplicates)}`;
}

function noneFreshText(seen: Seen): string {
  const silence = seen.agents.length === 0 ? 'ever seen' : `seen for over ${limitText(seen.graceSec)}`;
  return `no veriflier agent was ${silence}${andDiscovery(seen)}`;
}

function staleText({ stale, agents, graceSec }: Seen): string {
  const verb = stale.length === 1 ? 'was' : 'were';
  const names = listText(stale.map(({ agent_id }) => agent_id));
  const of = `${numberText(stale.length)} of ${countText(agents.length, 'veriflier agent')}`;
  return `${of} ${verb} not seen for over ${limitText(graceSec)}: ${names}`;
}

function unreadableText({ unreadable_rows }: Seen): string {
  return `${countText(unreadable_rows.length, 'row')} of verifliers cannot be read: ${listText(unreadable_rows)}`;
}
