import { parseArgs } from 'node:util';
import type { Scenario } from '../scenarios/scenario.ts';
import { findScenario, SCENARIOS } from '../scenarios/scenarios.ts';

const DEFAULT_PORT = 8080;
const DEFAULT_SCENARIO = 'pinned-rollout';

/** What the demo is asked to do. */
export type DemoOptions =
  | { readonly kind: 'help' }
  | { readonly kind: 'list' }
  | { readonly kind: 'refused'; readonly reason: string }
  | {
      readonly kind: 'run';
      readonly scenario: Scenario;
      readonly isStory: boolean;
      /** Of which rollout the story tells: by Jetmon's API, or else from pinned ranges. */
      readonly isByApi: boolean;
      readonly isDev: boolean;
      readonly port: number;
    };

export const DEMO_USAGE = `usage: pnpm demo [--scenario NAME | --story [--api]] [--port N]
  --scenario NAME  the fleet to show; ${DEFAULT_SCENARIO} unless told otherwise
  --story          a rollout with its incidents, in about three minutes
  --api            with --story: one through Jetmon's API, in about two
  --list           name the scenarios
  --port N         port of the dashboard; DASHBOARD_PORT or ${DEFAULT_PORT} unless told otherwise
  --dev            serve from source and reload on save (the same as: pnpm dev)
  --help           this text
Set FLEET_LAB_DATABASE_URL=mysql://user:password@host:3306 to use an existing database server.`;

/** Reads the command line. Never throws; what cannot be obeyed is refused with the reason. */
export function demoOptions(args: readonly string[], env: NodeJS.ProcessEnv): DemoOptions {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
  if (values.help) return { kind: 'help' };
  if (values.list) return { kind: 'list' };
  const scenario = findScenario(values.scenario ?? DEFAULT_SCENARIO);
  if (!scenario) {
    const names = SCENARIOS.map(({ name }) => name).join(', ');
    return refused(`There is no scenario "${values.scenario}". The scenarios are: ${names}.`);
  }
  if (values.story && values.scenario !== undefined) return refused('Give either --scenario or --story.');
  const portText = values.port ?? (env.DASHBOARD_PORT || String(DEFAULT_PORT));
  const port = Number(portText);
  if (!/^\d+$/.test(portText) || port < 1 || port > 65_535) {
    return refused(`"${portText}" is no port: give a number from 1 to 65535.`);
  }
  const { story: isStory = false, api: isByApi = false, dev: isDev = false } = values;
  if (isByApi && !isStory) return refused('--api goes with --story.');
  return { kind: 'run', scenario, isStory, isByApi, isDev, port };
}

/** pnpm hands a `--` of its command line on to the script. */
function parse(args: readonly string[]) {
  return parseArgs({
    args: args.filter((argument) => argument !== '--'),
    options: {
      scenario: { type: 'string' },
      story: { type: 'boolean' },
      api: { type: 'boolean' },
      dev: { type: 'boolean' },
      port: { type: 'string' },
      list: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
}

function refused(reason: string): DemoOptions {
  return { kind: 'refused', reason };
}
