import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { runFleet } from './run-fleet.ts';
import { wantsColour } from './terminal/colour.ts';

// The command is started with code generation from strings forbidden; zod would try it first and fall back.
z.config({ jitless: true });

const { stdout, stderr, env } = process;

// Whoever reads may leave, as `head` does.
stdout.on('error', () => {});
stderr.on('error', () => {});

process.exitCode = 3;
process.exitCode = await runFleet(process.argv.slice(2), {
  env,
  terminal: {
    print: (text) => void stdout.write(`${text}\n`),
    complain: (text) => void stderr.write(`${text}\n`),
    width: () => (stdout.isTTY ? stdout.columns : null),
    height: () => (stdout.isTTY ? stdout.rows - 1 : Number.POSITIVE_INFINITY),
    isColoured: wantsColour(stdout.isTTY, env),
    isScreen: stdout.isTTY && env.TERM !== 'dumb',
  },
  clock: {
    nowMs: Date.now,
    elapsedMs: () => performance.now(),
    sleep: (ms) => sleep(ms),
  },
});
