import type { IssueCode } from '../../contract/issue.ts';
import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { isStageCode, ownershipText } from '../ownership/ownership-stage.ts';
import { countText, numberText } from '../text/count-text.ts';
import { limitText } from '../text/duration-text.ts';
import { listText } from '../text/list-text.ts';
import { replicaText } from '../text/replica-text.ts';
import { CATALOGUE } from './catalogue/catalogue.ts';

/** A row's fact, in a few words: what was looked at, and the findings that concern the row. */
export type FactOf = (fleet: JudgedFleet, findings: readonly Finding[]) => string;

/** Several findings of one code are counted; those of the whole fleet say themselves what they are. */
function talliesOf(findings: readonly Finding[], except: readonly IssueCode[] = []): string[] {
  const told = findings.filter(({ code }) => !except.includes(code));
  return [...groupBy(told, ({ code }) => code)].flatMap(([code, group]) => {
    const entry = CATALOGUE[code];
    if (!('tally' in entry)) return group.map((found) => found.title);
    const [one, several] = entry.tally;
    const [ofFleet, counted] = [group.filter(isOfFleet), group.filter((found) => !isOfFleet(found))];
    const titles = ofFleet.map((found) => found.title);
    if (counted.length === 0) return titles;
    return [...titles, `${numberText(counted.length)} ${counted.length === 1 ? one : several}`];
  });
}

function isOfFleet({ subject, hosts }: Finding): boolean {
  return subject === '' && hosts.length === 0;
}

/** Of processes that have no row now, or none that can be read. */
const NOT_LISTED: readonly IssueCode[] = ['process_vanished', 'process_row_unreadable'];

/** How many processes there are, and how many of them are silent, late or unwell. */
export const heartbeatFact: FactOf = (
  { processes, in_service: expected, readings: { replica_lag } },
  findings,
) => {
  const retiredCount = processes.length - expected.length;
  const retired = retiredCount === 0 ? '' : `${numberText(retiredCount)} retired`;
  const all = countText(expected.length, 'process', 'processes');
  const isCounted = ({ code }: Finding) => 'tally' in CATALOGUE[code] && !NOT_LISTED.includes(code);
  const counted = talliesOf(findings.filter(isCounted));
  const others = talliesOf(findings.filter((found) => !isCounted(found)));
  const listed = counted.length === 0 ? all : `${all}: ${counted.join(', ')}`;
  if (findings.length === 0)
    return [`${all}, all fresh and well`, retired].filter((fact) => fact !== '').join('; ');
  const replica = replica_lag === undefined ? [] : [replicaText(replica_lag)];
  return [expected.length === 0 ? '' : listed, ...others, retired, ...replica]
    .filter((fact) => fact !== '')
    .join('; ');
};

/** What Jetmon's API keeps of a rollout, where the database has it. */
const CONTROL_SOURCES = ['rollout_locks', 'rollout_sessions', 'rollout_jobs'] as const;

/** How much of the buckets is covered, by which kind of ownership, and what is wrong with it. */
export const ownershipFact: FactOf = ({ bucket_coverage, readings }, findings) => {
  const { covered_buckets, bucket_total, mode, code } = bucket_coverage;
  const others = talliesOf(findings, ['bucket_coverage']);
  const faults = findings.filter((found) => found.code === 'bucket_coverage').map((found) => found.title);
  if (code === 'query_failed' || code === 'bucket_total_missing') return [...faults, ...others].join('; ');
  const counted = `${numberText(covered_buckets ?? 0)} of ${countText(bucket_total, 'bucket')}`;
  const covered = mode === 'api_controlled' ? `v2 holds ${counted}` : `${counted} covered`;
  const unread = CONTROL_SOURCES.filter((name) => readings[name]?.ok === false);
  return [
    `${covered}, ${ownershipText(mode)}`,
    ...(isStageCode(code) ? [] : faults),
    ...others,
    ...(unread.length > 0 ? [`could not be read: ${listText(unread)}`] : []),
  ].join('; ');
};

/** Whether the sites of owned buckets are checked. */
export const checksFact: FactOf = ({ activity: { section, owned_count, owners }, thresholds }) => {
  const { error, buckets_with_sites, unchecked_buckets, sites_outside_buckets: outside } = section;
  if (error !== undefined) return error;
  const beyond = outside ? `; ${countText(outside, 'active site')} beyond BUCKET_TOTAL` : '';
  if (!buckets_with_sites) return `no active site to check${beyond}`;
  const all = `${countText(buckets_with_sites, 'bucket')} with sites`;
  if (owned_count === 0) return `none of ${all} has an active owner${beyond}`;
  const owned =
    owned_count === buckets_with_sites ? all : `${numberText(owned_count)} of ${all} with an active owner`;
  const waived = owners.reduce((sum, owner) => sum + owner.waived_count, 0);
  const waiting = waived > 0 ? `; ${numberText(waived)} of monitors that have only just started` : '';
  const unchecked = unchecked_buckets ? numberText(unchecked_buckets) : 'none';
  return `${owned}, ${unchecked} unchecked for over ${limitText(thresholds.activity_grace_sec)}${waiting}${beyond}`;
};

/** How many sites show another state than their events. */
export const driftFact: FactOf = ({ projection_drift: { error, count }, activity: { section } }) => {
  if (count === null) return error ?? 'projection drift could not be read';
  if (section.buckets_with_sites === 0) return 'no active site to compare';
  if (count === 0) return 'no site differs from its events';
  return count === 1
    ? '1 site differs from its events'
    : `${numberText(count)} sites differ from their events`;
};

/** How much waits in the queues, and what went wrong with the recent deliveries. */
export const queueFact: FactOf = ({ delivery }, findings) => {
  const { pending, due_now, failed_since, abandoned_since, error } = delivery;
  const unread = error === undefined ? [] : [error];
  if (pending === null) return unread.join('');
  const counts = [
    `${numberText(due_now ?? 0)} due`,
    `${numberText(pending)} pending`,
    ...(failed_since ? [`${numberText(failed_since)} failed`] : []),
    ...(abandoned_since ? [`${numberText(abandoned_since)} abandoned`] : []),
  ];
  return [counts.join(', '), ...talliesOf(findings, ['delivery_queues']), ...unread].join('; ');
};

/** Who delivers. */
export const deliveryOwnerFact: FactOf = ({ delivery: { posture, error }, bucket_coverage }, findings) => {
  if (findings.length > 0) return findings.map((found) => found.title).join('; ');
  const isOff = posture.enabled_process_count === 0;
  if (isOff && error !== undefined) return `${posture.message}, and whether any is queued is not known`;
  if (posture.code === 'single_owner') return `deliveries are ${posture.owner_hosts.join(', ')}'s alone`;
  const isUsual = isOff && bucket_coverage.mode === 'api_controlled';
  return isUsual ? `${posture.message}, as is usual while ownership is API-controlled` : posture.message;
};

/** What is to be said of the verifliers. */
export const verifliersFact: FactOf = ({ verifliers }) => verifliers?.message ?? '';

const MOST_NAMED = 3;

/** The dependencies that are not well, by name. */
export const dependencyFact: FactOf = ({ dependencies }, findings) => {
  const wrong = dependencies.filter((dependency) => dependency.status !== 'green');
  const names = wrong.map(({ name, status }) => `${name} ${status}`);
  const others = talliesOf(findings, ['dependency_red']);
  if (dependencies.length === 0) return ['no process reports its dependencies', ...others].join('; ');
  const all = countText(dependencies.length, 'dependency', 'dependencies');
  return [names.length > 0 ? listText(names, MOST_NAMED) : `${all}, none failing`, ...others].join('; ');
};
