import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { NO_PLAN, type PlanInForce } from 'fleet-core/domain/plan-in-force';
import { type PlanResult, readPlan } from 'fleet-core/plan-file/read-plan';
import type { PlanSettings } from 'fleet-core/plan-file/whole-faults';
import type { Logger } from 'pino';
import { planText } from './plan-text.ts';

/** The plan, as its file is now. */
export type PlanKeeper = {
  /** Reads the file, and gives what counts: the last plan that could be read, and what is wrong with the file. Never rejects. */
  inForce(): Promise<PlanInForce>;
};

/** A file system that hangs must not hold up the fleet. */
const LONGEST_READ_MS = 1000;
/** Who writes a file in place, or takes it away before the next is there, is done by then. */
const WRITTEN_MS = 100;

/**
 * Keeps the last plan that could be read. The file is small, and is read whole whenever it is asked for: neither its time
 * nor a watch upon it tells reliably that it was changed. Each change is logged once, with the whole path.
 */
export function keepPlan(
  path: string | null,
  settings: PlanSettings,
  log: Logger,
  readText: typeof planText = planText,
): PlanKeeper {
  return path === null ? { inForce: async () => NO_PLAN } : keepFile(path, settings, log, readText);
}

function keepFile(path: string, settings: PlanSettings, log: Logger, readText: typeof planText): PlanKeeper {
  let inForce: PlanInForce = { ...NO_PLAN, file: basename(path) };
  let known: Outcome | undefined;
  let reading: Promise<void> | undefined;

  async function outcome(): Promise<Outcome> {
    const found = await readText(path);
    return found.ok ? { ...readPlan(found.text, settings), text: found.text } : { ...found, text: null };
  }

  async function look(): Promise<void> {
    const found = await outcome();
    const isNewFault = !found.ok && !isSame(found, known);
    if (isNewFault) await sleep(WRITTEN_MS);
    take(isNewFault ? await outcome() : found);
  }

  function take(outcome: Outcome): void {
    inForce = outcome.ok
      ? { ...inForce, plan: outcome.plan, fault: null }
      : { ...inForce, fault: outcome.fault };
    if (!isSame(outcome, known)) tell(outcome);
    known = outcome;
  }

  function tell(outcome: Outcome): void {
    if (outcome.ok) {
      const { stage, monitors, deliverers, retired, muted } = outcome.plan;
      const sizes = { monitors: monitors.length, deliverers: deliverers.length, retired: retired.length };
      log.info({ plan_file: path, stage, ...sizes, muted: muted.length }, 'the plan is read');
      return;
    }
    const counts = inForce.plan === null ? 'there is no plan' : 'the last plan that could be read counts';
    log.warn({ plan_file: path, fault: outcome.fault }, `the plan cannot be read: ${counts}`);
  }

  return {
    async inForce() {
      reading ??= look().finally(() => {
        reading = undefined;
      });
      const patience = new AbortController();
      const late = sleep(LONGEST_READ_MS, true, { signal: patience.signal }).catch(() => false);
      const isLate = await Promise.race([reading.then(() => false), late]);
      patience.abort();
      if (isLate) take({ ok: false, fault: 'it does not answer', text: null });
      return inForce;
    },
  };
}

/** What a look at the file gave, and its text where there was one: two texts may have one fault. */
type Outcome = PlanResult & { readonly text: string | null };

function isSame(a: Outcome, b: Outcome | undefined): boolean {
  return a.ok === b?.ok && a.text === b.text && (a.ok || b.ok || a.fault === b.fault);
}
