// First, before anything takes its time to load.
import './ignored-signals.ts';
import { writeSync } from 'node:fs';
import { pino } from 'pino';
import * as z from 'zod/mini';
import { checkConfig } from './check-config.ts';
import { readConfig } from './config.ts';
import { createFleetApi } from './fleet-api.ts';
import { LONGEST_LAST_WRITE_MS } from './limits.ts';
import { createLogOutput } from './log/log-output.ts';
import { writeToStandardOutput } from './log/standard-output.ts';
import { createReload } from './reload.ts';
import { createServiceManager } from './service-manager.ts';
import { endOnSignal, endProcess } from './shutdown.ts';
import { openStateDirectory } from './state/state-directory.ts';

/** The exit code of a start that other settings would mend. */
const BAD_SETTINGS = 2;
const ADDRESS_CODES = new Set([
  'EADDRNOTAVAIL',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAFNOSUPPORT',
  'EINVAL',
  'EACCES',
]);

// The start command forbids code generation from strings; zod would try it first and fall back.
z.config({ jitless: true });

await obeyArguments(process.argv.slice(2));
const result = readConfig(process.env);
if (!result.ok) refuse(result.faults);
const { config, warnings } = result;
const output = createLogOutput({
  write: writeToStandardOutput(),
  onRecovered: (loss) => log.error(loss, 'the log could not be written: lines are lost'),
});
const log = pino({ level: config.logLevel }, output);
if (warnings.length > 0) log.warn({ variables: warnings }, 'settings that are none');
const state =
  config.stateDirectory === undefined ? undefined : await openStateDirectory(config.stateDirectory, log);
const api = createFleetApi(config, log, state && { keeper: state });
const { server, watch, close } = api;
const manager = createServiceManager(process.env, (error) =>
  log.warn({ err: error }, 'systemd cannot be told'),
);
const listening = `listens on ${config.listen.host}, port ${config.listen.port}`;
const reload = createReload({ started: result, readSettings: () => readConfig(process.env), api, log });

server.on('error', (error) => {
  log.fatal({ err: error, ...config.listen }, 'cannot listen');
  void end().then((hangs) => endProcess(output, isOfAddress(error) ? BAD_SETTINGS : 1, hangs));
});
server.listen(config.listen.port, config.listen.host, () => {
  const { basePath, ...address } = config.listen;
  log.info({ ...address, path: `${basePath}/fleet` }, 'fleet dashboard listens');
  if (config.display.insecure_no_auth) {
    log.warn(config.listen, 'whoever reaches this address sees the fleet: DASHBOARD_INSECURE_NO_AUTH is 1');
  }
  watch();
  manager.ready(listening);
  manager.watchOver(api.isWatching);
});
process.on('SIGHUP', () => {
  manager.reloading();
  void reload().finally(() => manager.ready(listening));
});
let toldToStop = Promise.resolve();
endOnSignal({
  server,
  output,
  onStop(signal) {
    toldToStop = manager.stopping();
    log.info({ signal }, 'stopping');
  },
  async onEnd() {
    const [hangs] = await Promise.all([end(), toldToStop]);
    log.info('stopped');
    return hangs;
  },
});

/** Closes what is open, and tells whether something of it hangs. */
async function end(): Promise<boolean> {
  close();
  return (await state?.close(LONGEST_LAST_WRITE_MS)) === false;
}

/** `--check-config` prints the settings, and ends with 1 when a start would fail or the plan cannot be read. */
async function obeyArguments([argument, ...more]: readonly string[]): Promise<void> {
  if (argument === undefined) return;
  if (argument !== '--check-config' || more.length > 0) {
    say(2, [
      'usage: fleet-api [--check-config]',
      'Settings are environment variables: see docs/configuration.md.',
    ]);
    process.exit(BAD_SETTINGS);
  }
  const { settings, faults, warnings } = await checkConfig(process.env);
  say(1, settings);
  say(2, [...warnings, ...faults]);
  process.exit(faults.length === 0 ? 0 : 1);
}

/** Writes lines at once. That nobody can be told changes nothing. */
function say(descriptor: 1 | 2, lines: readonly string[]): void {
  try {
    writeSync(descriptor, lines.map((line) => `${line}\n`).join(''));
  } catch {}
}

/** Names every bad setting and ends the process. */
function refuse(faults: readonly string[]): never {
  say(2, ['The dashboard cannot start with these settings:', ...faults.map((fault) => `  ${fault}`)]);
  process.exit(BAD_SETTINGS);
}

/** Whether DASHBOARD_BIND_ADDR is no address of this machine, or its port is not for us. */
function isOfAddress(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && ADDRESS_CODES.has(error.code);
}
