// First, before anything takes its time to load.
import './ignored-signals.ts';
import { writeSync } from 'node:fs';
import { pino } from 'pino';
import * as z from 'zod/mini';
import { readConfig } from './config.ts';
import { createFleetApi } from './fleet-api.ts';
import { LONGEST_LAST_WRITE_MS } from './limits.ts';
import { createLogOutput } from './log/log-output.ts';
import { writeToStandardOutput } from './log/standard-output.ts';
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
const { server, watch, reload, close } = createFleetApi(config, log, state && { keeper: state });

server.on('error', (error) => {
  log.fatal({ err: error, ...config.listen }, 'cannot listen');
  void end().then((hangs) => endProcess(output, isOfAddress(error) ? BAD_SETTINGS : 1, hangs));
});
server.listen(config.listen.port, config.listen.host, () => {
  log.info({ ...config.listen, path: '/fleet' }, 'fleet dashboard listens');
  if (config.display.insecure_no_auth) {
    log.warn(config.listen, 'whoever reaches this address sees the fleet: DASHBOARD_INSECURE_NO_AUTH is 1');
  }
  watch();
});
process.on('SIGHUP', () => void reload());
endOnSignal({
  server,
  output,
  onStop: (signal) => log.info({ signal }, 'stopping'),
  async onEnd() {
    const hangs = await end();
    log.info('stopped');
    return hangs;
  },
});

/** Closes what is open, and tells whether something of it hangs. */
async function end(): Promise<boolean> {
  close();
  return (await state?.close(LONGEST_LAST_WRITE_MS)) === false;
}

/** Names every bad setting and ends the process. That nobody can be told changes nothing of that. */
function refuse(faults: readonly string[]): never {
  const lines = ['The dashboard cannot start with these settings:', ...faults.map((fault) => `  ${fault}`)];
  try {
    writeSync(2, `${lines.join('\n')}\n`);
  } catch {}
  process.exit(BAD_SETTINGS);
}

/** Whether DASHBOARD_BIND_ADDR is no address of this machine, or its port is not for us. */
function isOfAddress(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && ADDRESS_CODES.has(error.code);
}
