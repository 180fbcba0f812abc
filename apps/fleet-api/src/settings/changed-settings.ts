import type { GivenSettings } from './given-settings.ts';

/** What is set otherwise than before, by name. */
export type ChangedSettings = {
  /** Counts from now on. */
  readonly reloaded: readonly string[];
  /** Counts after a restart. */
  readonly needRestart: readonly string[];
};

/** These may change under way, as long as they are set before and after and nothing else is in their place. */
const RELOADABLE: Readonly<Record<string, string | null>> = {
  DB_PASSWORD: 'DB_PASSWORD_FILE',
  DASHBOARD_AUTH_TOKEN_FILE: null,
};

export function changedSettings(
  { values: before }: Pick<GivenSettings, 'values'>,
  { values: after }: Pick<GivenSettings, 'values'>,
  settings: readonly string[],
): ChangedSettings {
  const changed = settings.filter((name) => before[name] !== after[name]);
  const isReloaded = (name: string) => {
    const alternative = RELOADABLE[name];
    if (alternative === undefined || before[name] === undefined || after[name] === undefined) return false;
    return alternative === null || before[alternative] === after[alternative];
  };
  return {
    reloaded: changed.filter(isReloaded),
    needRestart: changed.filter((name) => !isReloaded(name)),
  };
}
