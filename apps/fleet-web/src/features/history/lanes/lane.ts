import type { QueueSamples, Samples } from 'fleet-core/contract/samples';
import { formatAge, formatWindow } from '../../../format/age.ts';
import { formatCount } from '../../../format/count.ts';

/** One line of numbers over time, as the samples have it. */
export type Lane = {
  readonly name: string;
  readonly tone: 'plain' | 'amber' | 'red';
  readonly values: readonly (number | null)[];
  readonly format: (value: number | null) => string;
};

const seconds = (value: number | null) => (value === null ? formatCount(null) : formatAge(value));

/** Every line that the samples hold, what is late first. */
export function lanesOf(samples: Samples): Lane[] {
  const windowSec = samples.recent_window_sec.at(-1)?.value ?? 0;
  const { vanished, stale, stopped, red, amber, green } = samples.processes;
  const condition = (name: string, values: readonly number[], tone: Lane['tone']): Lane => {
    return { name: `processes ${name}`, tone, values, format: formatCount };
  };
  return [
    ...queueLanes('webhook', samples.webhook, windowSec),
    ...queueLanes('alert', samples.alert, windowSec),
    condition('vanished', vanished, 'amber'),
    condition('stale', stale, 'red'),
    condition('red', red, 'red'),
    condition('amber', amber, 'amber'),
    condition('stopped', stopped, 'plain'),
    condition('green', green, 'plain'),
  ];
}

function queueLanes(queue: string, columns: QueueSamples, windowSec: number): Lane[] {
  const within = `in ${formatWindow(windowSec)}`;
  const plain = { tone: 'plain', format: formatCount } as const;
  const red = { tone: 'red', format: formatCount } as const;
  return [
    { ...plain, name: `${queue} oldest due`, values: columns.oldest_due_age_sec, format: seconds },
    { ...plain, name: `${queue} due`, values: columns.due_now },
    { ...plain, name: `${queue} delivered ${within}`, values: columns.delivered_since },
    { ...red, name: `${queue} failed ${within}`, values: columns.failed_since },
    { ...red, name: `${queue} abandoned ${within}`, values: columns.abandoned_since },
  ];
}
