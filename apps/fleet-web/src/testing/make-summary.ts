import type { Summary } from 'fleet-core/contract/summary';
import { healthySnapshot } from './healthy-snapshot.ts';

/** A healthy fleet's verdict. */
export function makeSummary(overrides: Partial<Summary> = {}): Summary {
  return { ...healthySnapshot().summary, ...overrides };
}
