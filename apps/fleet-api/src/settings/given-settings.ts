import { Environment } from './environment.ts';
import { readJetmonConfig } from './jetmon-config.ts';

/** What is set, as text, and by what. */
export type GivenSettings = {
  readonly values: Readonly<Record<string, string>>;
  /** Of each that is not from the environment, the file that it is from. */
  readonly files: Readonly<Record<string, string>>;
  /** All variables of the environment that are not empty. */
  readonly variables: readonly string[];
  readonly faults: readonly string[];
};

/** What Jetmon's configuration may set: what has the same name there as here. */
const OF_JETMON = /^(?:DB|BUCKET|DASHBOARD)_/;
/** Of these one is set in place of the other: the environment's counts, whichever the file has. */
const ALTERNATIVES: Readonly<Record<string, string>> = {
  DB_PASSWORD: 'DB_PASSWORD_FILE',
  DB_PASSWORD_FILE: 'DB_PASSWORD',
};

/** The environment over Jetmon's configuration, where `JETMON_CONFIG` names it. */
export function givenSettings(env: Readonly<Record<string, string | undefined>>): GivenSettings {
  const fromEnv = new Map<string, string>();
  for (const [name, value] of Object.entries(env))
    if (value !== undefined && value !== '') fromEnv.set(name, value);
  const path = fromEnv.get('JETMON_CONFIG');
  const found = path === undefined ? { values: {}, faults: [] } : readJetmonConfig(path, namesOfJetmon());
  const counting = Object.entries(found.values).filter(
    ([name]) => !fromEnv.has(name) && !fromEnv.has(ALTERNATIVES[name] ?? ''),
  );
  return {
    values: { ...Object.fromEntries(counting), ...Object.fromEntries(fromEnv) },
    files: Object.fromEntries(counting.map(([name]) => [name, path ?? ''])),
    variables: [...fromEnv.keys()],
    faults: found.faults.map((fault) => `JETMON_CONFIG is ${JSON.stringify(path)}: ${fault}`),
  };
}

function namesOfJetmon(): string[] {
  return Object.keys(Environment.shape).filter((name) => OF_JETMON.test(name));
}
