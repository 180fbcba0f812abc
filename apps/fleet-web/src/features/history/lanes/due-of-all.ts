import type { Samples } from 'fleet-core/contract/answers/samples';

/** What was due in all queues together at each sample; null where one of them could not be read. */
export function dueOfAll({ webhook, alert }: Samples): (number | null)[] {
  return webhook.due_now.map((due, index) => {
    const other = alert.due_now[index] ?? null;
    return due === null || other === null ? null : due + other;
  });
}
