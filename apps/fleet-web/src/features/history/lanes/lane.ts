import type { QueueSamples, Samples } from 'fleet-core/contract/answers/samples';
import { formatAge, formatWindow } from '../../../format/age.ts';
import { formatCount } from '../../../format/count.ts';
import type { TimeFrame } from './time-frame.ts';

/** One line of numbers over time, as the samples have it. */
export type Lane = {
  readonly name: string;
  /** The queue, and the name beside it without more. */
  readonly queue: string;
  readonly short: string;
  readonly tone: 'plain' | 'red';
  readonly values: readonly (number | null)[];
  readonly format: (value: number | null) => string;
};

const seconds = (value: number | null) => (value === null ? formatCount(null) : formatAge(value));

/** Every line of the queues that the samples hold, what is late first. */
export function lanesOf(samples: Samples): Lane[] {
  const windowSec = samples.recent_window_sec.at(-1)?.value ?? 0;
  return [
    ...queueLanes('webhook', samples.webhook, windowSec),
    ...queueLanes('alert', samples.alert, windowSec),
  ];
}

function queueLanes(queue: string, columns: QueueSamples, windowSec: number): Lane[] {
  const within = `in ${formatWindow(windowSec)}`;
  const line = (short: string, values: Lane['values'], rest: Partial<Lane> = {}): Lane => {
    return { name: `${queue} ${short}`, queue, short, tone: 'plain', format: formatCount, values, ...rest };
  };
  const counted = (short: string, values: Lane['values'], tone: Lane['tone']): Lane =>
    line(short, values, { name: `${queue} ${short} ${within}`, tone });
  return [
    line('oldest due', columns.oldest_due_age_sec, { format: seconds }),
    line('due', columns.due_now),
    counted('delivered', columns.delivered_since, 'plain'),
    counted('failed', columns.failed_since, 'red'),
    counted('abandoned', columns.abandoned_since, 'red'),
  ];
}

/** Whether there is anything to draw: a line that is zero wherever it was read says so in a word. */
export function hasAny({ values }: Lane, { spots }: TimeFrame): boolean {
  return spots.some(({ index }) => values[index] !== 0);
}

/** Which lines of a frame were zero all the time, in a few words: `webhook failed, abandoned · alert due`; empty for none. */
export function quietText(frame: TimeFrame): string {
  const quiet = lanesOf(frame.samples).filter((lane) => !hasAny(lane, frame));
  const queues = [...new Set(quiet.map(({ queue }) => queue))];
  const shortOf = (queue: string) => quiet.filter((lane) => lane.queue === queue).map(({ short }) => short);
  return queues.map((queue) => `${queue} ${shortOf(queue).join(', ')}`).join(' · ');
}
