// First, before anything takes its time to load.
import './ignored-signals.ts';
import { pino } from 'pino';
import * as z from 'zod/mini';
import { readConfig } from './config.ts';
import { createFleetApi } from './fleet-api.ts';
import { createLogOutput } from './log/log-output.ts';
import { writeToStandardOutput } from './log/standard-output.ts';
import { endOnSignal, endProcess } from './shutdown.ts';

// The start script forbids code generation from strings; zod would try it first and fall back.
z.config({ jitless: true });

const result = readConfig(process.env);
if (!result.ok) {
  const lines = [
    'The dashboard cannot start with these settings:',
    ...result.faults.map((fault) => `  ${fault}`),
  ];
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(2);
}
const { config } = result;
const output = createLogOutput({
  write: writeToStandardOutput(),
  onRecovered: (loss) => log.error(loss, 'the log could not be written: lines are lost'),
});
const log = pino({ level: config.logLevel }, output);
const { server, close } = createFleetApi(config, log);

server.on('error', (error) => {
  log.fatal({ err: error, ...config.listen }, 'cannot listen');
  close();
  void endProcess(output, 1);
});
server.listen(config.listen.port, config.listen.host, () => {
  log.info({ ...config.listen, path: '/fleet' }, 'fleet dashboard listens');
  if (config.display.insecure_no_auth) {
    log.warn(config.listen, 'whoever reaches this address sees the fleet: DASHBOARD_INSECURE_NO_AUTH is 1');
  }
});
endOnSignal({
  server,
  output,
  onStop: (signal) => log.info({ signal }, 'stopping'),
  onEnd: () => {
    close();
    log.info('stopped');
  },
});
