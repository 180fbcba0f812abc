import type { Summary } from 'fleet-core/contract/summary';
import { HEALTHY_SNAPSHOT } from './healthy-snapshot.ts';

/** A healthy fleet's verdict. */
export function makeSummary(overrides: Partial<Summary> = {}): Summary {
  return { ...HEALTHY_SNAPSHOT.summary, ...overrides };
}
