import * as z from 'zod/mini';
import type { PlannedFleet } from '../domain/plan-in-force.ts';
import { PlanFile } from './plan-schema.ts';
import { type PlanSettings, wholeFaults } from './whole-faults.ts';

/** A plan, or what is wrong with its file in words that anybody may read. */
export type PlanResult =
  | { readonly ok: true; readonly plan: PlannedFleet }
  | { readonly ok: false; readonly fault: string };

/** More faults than these are counted. */
const MOST_FAULTS = 3;
const LONGEST_VALUE = 40;

/**
 * Reads the text of a plan file. A fault names the place in the file and the value there; of a text that is no plan at all,
 * which may be any other file, it repeats nothing.
 */
export function readPlan(text: string, settings: PlanSettings): PlanResult {
  const json = parseJson(text);
  if (!json.ok) return { ok: false, fault: json.fault };
  const parsed = z.safeParse(PlanFile, json.value);
  const faults = parsed.success
    ? wholeFaults(parsed.data, settings)
    : parsed.error.issues.map((issue) => toFault(issue, json.value));
  if (parsed.success && faults.length === 0) return { ok: true, plan: toPlan(parsed.data) };
  const told = faults.slice(0, MOST_FAULTS).join('; ');
  const more = faults.length - MOST_FAULTS;
  return { ok: false, fault: more > 0 ? `${told}; and ${more} more` : told };
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; fault: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, fault: text.trim() === '' ? 'it is empty' : `it is no JSON${placeOf(error, text)}` };
  }
}

/** Where JSON ends to be JSON; the error's own words would repeat what is written there. */
function placeOf(error: unknown, text: string): string {
  const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  if (position === undefined) return '';
  const before = text.slice(0, Number(position)).split('\n');
  return ` from line ${before.length}, column ${(before.at(-1) ?? '').length + 1} on`;
}

function toFault(issue: z.core.$ZodIssue, file: unknown): string {
  const path = pathText(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map(told).join(', ');
    return `${path === '' ? 'the plan' : path} has ${keys}, which is no part of it`;
  }
  if (path === '') return `the plan ${issue.message}`;
  const value = valueAt(file, issue.path);
  if (value === undefined) return `${path} is missing`;
  return typeof value === 'object' && value !== null
    ? `${path} ${issue.message}`
    : `${path} is ${told(value)}: it ${issue.message}`;
}

/** `monitors[1].host_id`. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

function valueAt(file: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    file,
  );
}

function told(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

function toPlan({ stage, monitors, deliverers, retired, muted }: PlanFile): PlannedFleet {
  return {
    stage: stage ?? null,
    monitors: monitors.map(({ host_id, bucket_min, bucket_max }) => ({
      host_id,
      bucket_min: bucket_min ?? null,
      bucket_max: bucket_max ?? null,
    })),
    deliverers,
    retired,
    muted: muted.map((mute) => ({ ...mute, subject: mute.subject ?? null })),
  };
}
