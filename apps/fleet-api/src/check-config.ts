import { pino } from 'pino';
import { type ConfigResult, readConfig } from './config.ts';
import { keepPlan } from './plan/keep-plan.ts';
import { effectiveSettings } from './settings/effective-settings.ts';

/** What a check of the settings has found. */
export type ConfigCheck = {
  /** Each setting with where it is from; secrets are masked. */
  readonly settings: readonly string[];
  /** What would keep the dashboard from starting, or from reading its plan. */
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
};

/** Checks the settings as a start would, and the plan's file; it starts nothing, and asks no database. */
export async function checkConfig(env: Readonly<Record<string, string | undefined>>): Promise<ConfigCheck> {
  const result = readConfig(env);
  const rows = effectiveSettings(result.given).map(
    ({ name, shown, origin }) => [name, shown, origin] as const,
  );
  const [nameWidth, shownWidth] = [0, 1].map((i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const settings = rows.map(
    ([name, shown, origin]) => `${name.padEnd(nameWidth ?? 0)}  ${shown.padEnd(shownWidth ?? 0)}  ${origin}`,
  );
  if (!result.ok) return { settings, faults: result.faults, warnings: [] };
  return { settings, faults: await planFaults(result), warnings: result.warnings };
}

async function planFaults({ config }: Extract<ConfigResult, { ok: true }>): Promise<string[]> {
  const settings = { ...config.thresholds, ...config.display };
  const { fault } = await keepPlan(config.planFile, settings, pino({ level: 'silent' })).inForce();
  return fault === null ? [] : [`FLEET_PLAN_FILE is ${JSON.stringify(config.planFile)}: ${fault}`];
}
