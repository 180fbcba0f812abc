import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type { Step } from '../../contract/cause.ts';
import type { DriftRule } from '../../contract/projection-drift.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { OperatorSql } from '../../domain/operator-sql.ts';
import { isDeliverer } from '../processes/process-type.ts';
import type { JudgedProcess } from '../processes/processes.ts';

/** Whom the steps are about: hosts by name, and the service that runs there. */
export type StepSubject = {
  readonly hosts: readonly string[];
  readonly service: string;
  /** By which rule sites drift; pairs where none is known, since that needs no column that may be missing. */
  readonly driftRule?: DriftRule | null;
  /** The buckets concerned, where a command asks for them. */
  readonly ranges?: readonly BucketRange[];
};

/** What to do, in order, in the names of this database. */
export type StepsFor = (about: StepSubject, sql: OperatorSql) => Closed<Step>[];

export const MONITOR_SERVICE = 'jetmon2';
export const DELIVERER_SERVICE = 'jetmon-deliverer';

/** The service to look at where these processes run: the monitor's, unless all of them are deliverers. */
export function serviceOf(processes: readonly JudgedProcess[]): string {
  const onlyDeliverers = processes.every(({ process }) => isDeliverer(process));
  return processes.length > 0 && onlyDeliverers ? DELIVERER_SERVICE : MONITOR_SERVICE;
}

/** Something to do without a command. */
export function act(text: string): Closed<Step> {
  return { text };
}

/** Something to run on the first of the hosts concerned, and on the others after it. */
export function onHost({ hosts }: StepSubject, text: string, command: string): Closed<Step> {
  const [host, ...others] = hosts;
  const shell = { kind: 'shell', text: command } as const;
  if (host === undefined) return { text: `On the host concerned: ${text}`, command: shell };
  const [other] = others;
  const also =
    other === undefined ? '' : `, then on ${others.length === 1 ? other : `the ${others.length} others`}`;
  return { text: `On ${host}${also}: ${text}`, on_host: host, command: shell };
}

/** Is the service running there? */
export function checkService(about: StepSubject, text = 'is it running?'): Closed<Step> {
  return onHost(about, text, `systemctl status ${about.service}`);
}

/** The service's own log. */
export function readLog(about: StepSubject, text = 'what did it say last?'): Closed<Step> {
  return onHost(about, text, `journalctl -u ${about.service} -n 100 --no-pager`);
}

/** Whether the host's clock is right. */
export function checkClock(about: StepSubject): Closed<Step> {
  return onHost(about, 'is its clock synchronised?', 'timedatectl status');
}

/** Something to run wherever Jetmon's command is. */
export function anywhere(text: string, command: string): Closed<Step> {
  return { text, command: { kind: 'shell', text: command } };
}

/** A statement that shows single rows; it only reads. */
export function look(text: string, sql: string): Closed<Step> {
  return { text, command: { kind: 'sql', text: sql } };
}

/** The same, where the database has the tables that it reads. */
export function lookWhere(text: string, sql: string | null): Closed<Step>[] {
  return sql === null ? [] : [look(text, sql)];
}

/** A command of Jetmon's API about the first of the ranges concerned. */
export function onRange({ ranges = [] }: StepSubject, text: string, command: string): Closed<Step> {
  const [range] = ranges;
  const { min, max } = range ?? { min: 'MIN', max: 'MAX' };
  return anywhere(text, `./jetmon2 api rollout ${command} --bucket-min=${min} --bucket-max=${max}`);
}
