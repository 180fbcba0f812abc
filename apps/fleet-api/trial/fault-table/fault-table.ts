import * as z from 'zod/mini';
import { median } from '../harness/median.ts';

/** One line of figures, as a fault test notes it. */
export const FaultFigures = z.object({
  fault: z.string(),
  lastedMs: z.number(),
  answers: z.number(),
  wrong: z.number(),
  problemCount: z.number(),
  worstLatencyMs: z.number(),
  recoveryMs: z.number(),
  attempts: z.number(),
  mostConnections: z.number(),
  leftRunning: z.number(),
});
export type FaultFigures = z.infer<typeof FaultFigures>;

const HEADINGS = [
  'fault',
  'answers',
  'of these 503',
  'that broke the promise',
  'worst latency',
  'fresh again after',
  'connections at once',
  'made meanwhile',
];

/** The figures as a table, and the median of the recoveries. */
export function faultTable(figures: readonly FaultFigures[]): string {
  const rows = figures
    .toSorted((a, b) => (a.fault < b.fault ? -1 : 1))
    .map((one) => [
      one.fault,
      one.answers,
      one.problemCount,
      one.wrong,
      `${Math.round(one.worstLatencyMs)} ms`,
      `${(one.recoveryMs / 1000).toFixed(1)} s`,
      one.mostConnections,
      one.attempts,
    ]);
  const lines = [HEADINGS, HEADINGS.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const recoverySec = median(figures.map((one) => one.recoveryMs)) / 1000;
  return `${lines.join('\n')}\n\nMedian of the recoveries: ${recoverySec.toFixed(1)} s.`;
}

const BEGIN = '<!-- measured: begin -->';
const END = '<!-- measured: end -->';

/** Puts the table in the place that a document has for it. */
export function replaceTable(document: string, table: string): string {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin === -1 || end < begin) throw new Error(`the document has no place between ${BEGIN} and ${END}`);
  return `${document.slice(0, begin + BEGIN.length)}\n${table}\n${document.slice(end)}`;
}
