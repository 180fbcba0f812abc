import { parseArgs } from 'node:util';
import { runSoak } from './run-soak.ts';
import { soakReport } from './soak-figures.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    // Faults of a few seconds: each comes within three minutes.
    quick: { type: 'boolean', default: false },
    // A setting of the API, as FLEET_STATE_DIR=/tmp/state; as often as there are settings.
    env: { type: 'string', multiple: true, default: [] },
  },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error('--minutes must be a number above 0');

const calmMs = values.quick ? ([300, 1000] as const) : ([5000, 20_000] as const);
const faultMs = values.quick ? ([500, 4000] as const) : ([1000, 60_000] as const);
const everySec = calmMs.map((ms) => ms / 1000).join(' to ');
process.stdout.write(`200 clients for ${minutes} minutes, a random fault every ${everySec} s\n`);
const figures = await runSoak({
  minutes,
  clientCount: 200,
  calmMs,
  faultMs,
  env: Object.fromEntries(values.env.map(toSetting)),
  onFault: (title, recoveryMs) =>
    process.stdout.write(`${title}: fresh after ${Math.round(recoveryMs)} ms\n`),
});
process.stdout.write(`\n${soakReport(figures)}\n`);
const isBroken = figures.wrong.length > 0 || figures.exitedEarly !== null || figures.unhandled > 0;
process.exitCode = isBroken ? 1 : 0;

function toSetting(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new Error(`--env ${text} is no NAME=VALUE`);
  return [text.slice(0, at), text.slice(at + 1)];
}
