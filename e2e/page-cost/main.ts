import { availableParallelism, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { startLabServer } from 'fleet-lab/database/lab-server';
import { REPOSITORY_ROOT } from 'fleet-lab/repository-root';
import { fleetAnswers } from './answers.ts';
import { servePage } from './serve-page.ts';
import { type Traced, tracePage } from './trace-page.ts';

const SIZES = [2_000, 5_000];
const POLLS = 5;
const ROUNDS = 3;

type Cost = { readonly firstRowsMs: number; readonly polls: readonly (readonly Traced[])[] };

/** The tasks of the page's main thread, a list for each poll: from its request to the next one's. */
function tasksOfPolls(traced: readonly Traced[]): Traced[][] {
  const requests = traced
    .filter(({ name, args }) => name === 'ResourceSendRequest' && /\/(api\/fleet|ended)"/.test(args))
    .sort((a, b) => a.atUs - b.atUs);
  const [, ...polls] = requests;
  return polls
    .slice(0, -1)
    .map((poll, index) =>
      traced.filter(
        ({ name, thread, atUs }) =>
          name === 'RunTask' &&
          thread === poll.thread &&
          atUs >= poll.atUs &&
          atUs < (polls[index + 1]?.atUs ?? 0),
      ),
    );
}

async function measure(page: string, answers: readonly Buffer[]): Promise<Cost> {
  const served = await servePage(page, answers);
  try {
    const traced = await tracePage(served.url, served.ended);
    return { firstRowsMs: served.firstRowsMs(), polls: tasksOfPolls(traced) };
  } finally {
    served.close();
  }
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function line(costs: readonly Cost[]): string {
  const polls = costs.flatMap((cost) => cost.polls);
  const ofPolls = (of: (tasks: readonly Traced[]) => number) => (median(polls.map(of)) / 1_000).toFixed(0);
  return [
    `longest task ${ofPolls((tasks) => Math.max(...tasks.map((task) => task.lastedUs)))} ms`,
    `of the processor ${ofPolls((tasks) => Math.max(...tasks.map((task) => task.cpuUs)))} ms`,
    `main thread a poll ${ofPolls((tasks) => tasks.reduce((sum, task) => sum + task.cpuUs, 0))} ms`,
    `first rows ${median(costs.map((cost) => cost.firstRowsMs)).toFixed(0)} ms`,
  ].join(', ');
}

// The built page beside one that draws nothing, or several built pages in turn: `main.ts BEFORE AFTER`.
const given = process.argv.slice(2).map((directory) => resolve(directory));
const own = ['apps/fleet-api/dist/page', 'e2e/page-cost/bare-page'];
const pages = given.length > 0 ? given : own.map((directory) => `${REPOSITORY_ROOT}/${directory}`);
const server = await startLabServer();
try {
  process.stdout.write(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}; medians\n`);
  for (const size of SIZES) {
    const answers = await fleetAnswers(server, size, POLLS);
    const costs = new Map<string, Cost[]>(pages.map((page) => [page, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const [page, held] of costs) held.push(await measure(page, answers));
    }
    for (const [page, held] of costs) process.stdout.write(`${size} processes, ${page}: ${line(held)}\n`);
  }
} finally {
  await server.stop();
}
