import type { LabServer } from 'fleet-lab/database/lab-server';
import { step } from 'fleet-lab/terminal/step';
import { median } from '../../trial/harness/median.ts';
import { peakResidentMb, processorMs, residentMb } from '../../trial/harness/process/process-figures.ts';
import { type BenchDatabase, withDataSet } from '../bench-database.ts';
import { ask } from '../load/ask.ts';
import { loadAtFullSpeed } from '../load/full-speed.ts';
import { inPairs } from '../load/in-pairs.ts';
import { startBenchApi } from '../load/start-bench-api.ts';
import { startTextbookServer } from '../load/start-side-server.ts';
import { DEADLINE_MS } from '../queries/product-queries.ts';
import { UNCACHED } from '../queries/uncached-answer.ts';
import { figure, hold, holdRatio, type Pair, type Report, type Table } from '../report/report.ts';
import { smallFleet } from '../seed/data-set.ts';

const LOAD_SEC = 5;
const MOST_LOADS = 8;
const WARMING = 2;

/** One size of fleet, and how it is measured. */
export type SnapshotSize = {
  readonly processes: number;
  /** Answers whose processor time is taken together: Linux tells it in hundredths of a second. */
  readonly answers: number;
  readonly pairs: number;
  /** What the textbook reads: the two lists, or the counts of both queues as well. */
  readonly textbook: 'lists' | 'facts';
  /** Requests after which the memory is looked at. */
  readonly requests: number;
  /** Whether half of the processes have a heartbeat before each answer, or none has, so that nothing but ages changes. */
  readonly beats: boolean;
};

type Measured = SnapshotSize & {
  readonly cpu: Pair;
  readonly ms: number;
  readonly bytes: number;
  readonly brotliBytes: number;
  readonly asked: number;
  readonly residentMb: number | null;
  readonly peakMb: number | null;
};

/** What a snapshot costs the API in fleets of several sizes, beside the textbook's, and the memory after many requests. */
export async function measureSnapshotCost(
  server: LabServer,
  sizes: readonly SnapshotSize[],
  report: Report,
): Promise<void> {
  const rows: Measured[] = [];
  for (const size of sizes) {
    const name = `${figure(size.processes)} processes`;
    const measured = await withDataSet(server, name, smallFleet(size), (bench) =>
      step(`Taking snapshots of ${name}`, () => measureSize(bench, size)),
    );
    rows.push(measured);
    if (!size.beats)
      report.held.push(
        holdRatio(`${name}: API's processor time for a snapshot`, measured.cpu, { most: 2 }, 'ms'),
      );
  }
  report.tables.push(snapshotTable(rows));
  const most = rows.at(-1);
  if (most?.residentMb != null)
    report.held.push(
      hold(`${figure(most.processes)} processes: resident memory`, most.residentMb, { most: 150 }, 'MB'),
    );
}

async function measureSize(bench: BenchDatabase, size: SnapshotSize): Promise<Measured> {
  const { cpu, ms } = await besideTextbook(bench, size);
  const { api, url } = await startBenchApi(bench.lab, bench.bucketTotal);
  try {
    const identity = await ask(url);
    const brotli = await ask(url, { 'Accept-Encoding': 'br' });
    let asked = 2;
    for (let load = 0; asked < size.requests && load < MOST_LOADS; load++) {
      const headers = { 'Accept-Encoding': 'br' };
      asked += (await loadAtFullSpeed({ url, clients: 32, seconds: LOAD_SEC, headers })).requests;
    }
    return {
      ...size,
      cpu,
      ms,
      bytes: identity.bytes,
      brotliBytes: brotli.bytes,
      asked,
      residentMb: residentMb(api),
      peakMb: peakResidentMb(api),
    };
  } finally {
    await api.stop();
  }
}

/** Answers that are each read for one client alone, uncompressed, by the API and by the textbook in turns. */
async function besideTextbook({ lab, bucketTotal }: BenchDatabase, size: SnapshotSize) {
  const { api, url } = await startBenchApi(lab, bucketTotal, UNCACHED);
  try {
    const textbook = await startTextbookServer(lab.reader);
    try {
      const times: number[] = [];
      const beat = size.beats ? () => beatOfHalf(lab) : async () => {};
      const ours = () => costOf(api.pid(), url, size.answers, beat, times);
      const beside = () => costOf(textbook.pid, `${textbook.url}${size.textbook}`, size.answers, beat);
      // The first answers find no connection and no compiled code.
      await inPairs(WARMING, { ours, beside });
      times.length = 0;
      return { cpu: await inPairs(size.pairs, { ours, beside }), ms: median(times) };
    } finally {
      await textbook.stop();
    }
  } finally {
    await api.stop();
  }
}

/** The processor time of each of several answers of a process, which come one after the other. */
async function costOf(
  pid: number,
  url: string,
  answers: number,
  beat: () => Promise<void>,
  times: number[] = [],
): Promise<number> {
  const before = processorMs(pid);
  for (let answer = 0; answer < answers; answer++) {
    await beat();
    const { ms, status } = await ask(url, {}, undefined, DEADLINE_MS);
    if (status !== 200) throw new Error(`${url} answered ${status}`);
    times.push(ms);
  }
  return (processorMs(pid) - before) / answers;
}

/** A heartbeat about every ten seconds, for an answer every five. */
async function beatOfHalf({ admin }: BenchDatabase['lab']): Promise<void> {
  await admin.query(
    'UPDATE jetmon_process_health SET updated_at = UTC_TIMESTAMP(), active_checks = active_checks + 1, queue_depth = queue_depth + 1 WHERE RAND() < 0.5',
  );
}

function snapshotTable(rows: readonly Measured[]): Table {
  const memory = (mb: number | null) => (mb === null ? 'not known here' : figure(mb));
  return {
    title: 'One snapshot by processes',
    text: 'An uncached answer, uncompressed, from the request to the last byte, and the processor time of the API for it, in pairs with the textbook: a Node server on mysql2 that sends as JSON what it reads by plain statements, of 4 processes the lists and the counts of both queues, else the lists alone. Memory is that of another API with its usual cache, after that many requests, most of them for brotli.',
    columns: [
      'processes',
      'heartbeats since the last',
      'ms',
      'of the processor, ms',
      'textbook, ms',
      'ratio',
      'bytes',
      'brotli',
      'requests',
      'resident MB',
      'at most',
    ],
    rows: rows.map((row) => [
      figure(row.processes),
      row.beats ? 'of half of them' : 'none',
      figure(row.ms),
      figure(row.cpu.ours),
      figure(row.cpu.beside),
      row.cpu.ratio.toFixed(2),
      figure(row.bytes),
      figure(row.brotliBytes),
      figure(row.asked),
      memory(row.residentMb),
      memory(row.peakMb),
    ]),
  };
}
