import { parseArgs } from 'node:util';
import { runSoak } from './run-soak.ts';
import { soakReport } from './soak-figures.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error('--minutes must be a number above 0');

process.stdout.write(`200 clients for ${minutes} minutes, a random fault every 5 to 20 s\n`);
const figures = await runSoak({
  minutes,
  clientCount: 200,
  calmMs: [5000, 20_000],
  faultMs: [1000, 60_000],
  onFault: (title, recoveryMs) =>
    process.stdout.write(`${title}: fresh after ${Math.round(recoveryMs)} ms\n`),
});
process.stdout.write(`\n${soakReport(figures)}\n`);
const isBroken = figures.wrong.length > 0 || figures.exitedEarly !== null || figures.unhandled > 0;
process.exitCode = isBroken ? 1 : 0;
