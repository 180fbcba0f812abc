import type { Step } from '../../contract/cause.ts';
import type { DriftRule } from '../../contract/projection-drift.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { OperatorSql } from '../../domain/operator-sql.ts';

/** Whom the steps are about: hosts by name, and the buckets as text where some are concerned. */
export type StepSubject = {
  readonly hosts: readonly string[];
  readonly buckets: string;
  /** By which rule sites drift; pairs where none is known, since that needs no column that may be missing. */
  readonly driftRule?: DriftRule | null;
};

/** What to do, in order, in the names of this database. */
export type StepsFor = (about: StepSubject, sql: OperatorSql) => Closed<Step>[];

/** Something to do without a command. */
export function act(text: string): Closed<Step> {
  return { text };
}

/** Something to run on the first of the hosts concerned, and on the others after it. */
export function onHost({ hosts }: StepSubject, text: string, command: string): Closed<Step> {
  const [host, ...others] = hosts;
  if (host === undefined)
    return { text: `On the host concerned: ${text}`, command: { kind: 'shell', text: command } };
  const also =
    others.length === 0 ? '' : `, then on ${others.length === 1 ? others[0] : `the ${others.length} others`}`;
  return { text: `On ${host}${also}: ${text}`, on_host: host, command: { kind: 'shell', text: command } };
}

/** Something to run on any host with Jetmon's command. */
export function anywhere(text: string, command: string): Closed<Step> {
  return { text, command: { kind: 'shell', text: command } };
}

/** A statement that shows single rows; it only reads. */
export function look(text: string, sql: string): Closed<Step> {
  return { text, command: { kind: 'sql', text: sql } };
}

export const SERVICE_STATUS = 'systemctl status jetmon2';
export const SERVICE_LOG = 'journalctl -u jetmon2 -n 100 --no-pager';
