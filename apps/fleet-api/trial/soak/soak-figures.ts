import type { ServerLoad } from './server-load.ts';

/** What a process held at one time. */
export type Sample = { readonly atMs: number; readonly residentMb: number; readonly descriptors: number };

/** What a soak has shown. */
export type SoakFigures = {
  readonly minutes: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly answersByStatus: Readonly<Record<string, number>>;
  /** Answers that said 200 and were wrong, or older than the present may be. */
  readonly lies: number;
  /** What was wrong with an answer, the first few. */
  readonly wrong: readonly string[];
  readonly worstLatencyMs: number;
  readonly worstRecoveryMs: number;
  readonly mostConnections: number;
  /** Null while the process lived to the end. */
  readonly exitedEarly: string | null;
  readonly unhandled: number;
  readonly descriptorsAtStart: number;
  readonly descriptorsAtEnd: number;
  readonly loadAtStart: ServerLoad;
  readonly loadAtEnd: ServerLoad;
  readonly residentMbAtStart: number;
  readonly residentMbAtEnd: number;
  readonly residentMbPerTenMinutes: number;
  /** Lines in the log of the API. */
  readonly logLines: number;
};

const MS_PER_TEN_MINUTES = 600_000;

/** The slope of the least squares' line through the second half of the samples, the first being the warm-up. */
export function residentSlope(samples: readonly Sample[]): number {
  const late = samples.slice(Math.floor(samples.length / 2));
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const meanMs = mean(late.map((sample) => sample.atMs));
  const meanMb = mean(late.map((sample) => sample.residentMb));
  const spread = late.reduce((sum, { atMs }) => sum + (atMs - meanMs) ** 2, 0);
  const joint = late.reduce((sum, { atMs, residentMb }) => sum + (atMs - meanMs) * (residentMb - meanMb), 0);
  return spread === 0 ? 0 : (joint / spread) * MS_PER_TEN_MINUTES;
}

/** The figures as lines for people. */
export function soakReport(figures: SoakFigures): string {
  const { loadAtStart, loadAtEnd } = figures;
  const list = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name}: ${count}`)
      .join(', ');
  const lines: [string, string | number][] = [
    ['minutes', figures.minutes],
    ['faults', list(figures.faults)],
    ['answers by status', list(figures.answersByStatus)],
    ['lies: a 200 with wrong content', figures.lies],
    ['answers that broke the promise', figures.wrong.length],
    ['worst latency', `${Math.round(figures.worstLatencyMs)} ms`],
    ['worst recovery', `${Math.round(figures.worstRecoveryMs)} ms`],
    ['most connections', figures.mostConnections],
    ['exits', figures.exitedEarly ?? 0],
    ['unhandled', figures.unhandled],
    ['descriptors, start and end', `${figures.descriptorsAtStart}, ${figures.descriptorsAtEnd}`],
    ['sessions, start and end', `${loadAtStart.readerSessions}, ${loadAtEnd.readerSessions}`],
    [
      'statements per second, start and end',
      `${loadAtStart.statementsPerSec.toFixed(1)}, ${loadAtEnd.statementsPerSec.toFixed(1)}`,
    ],
    [
      'resident, start and end',
      `${Math.round(figures.residentMbAtStart)} MB, ${Math.round(figures.residentMbAtEnd)} MB`,
    ],
    ['resident, slope', `${figures.residentMbPerTenMinutes.toFixed(2)} MB per 10 minutes`],
    ['log lines', figures.logLines],
  ];
  return [...lines.map(([name, value]) => `${name}: ${value}`), ...figures.wrong].join('\n');
}
