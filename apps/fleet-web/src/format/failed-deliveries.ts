import type { Delivery } from 'fleet-core/contract/delivery';
import { formatCount } from './count.ts';

/** What went wrong with the recent deliveries, as parts of a list; nothing where nothing did. */
export function failedDeliveries({ failed_since, abandoned_since }: Delivery): string[] {
  return [[failed_since, 'failed'] as const, [abandoned_since, 'abandoned'] as const].flatMap(
    ([count, word]) => (count === null || count === 0 ? [] : [`${formatCount(count)} ${word}`]),
  );
}
