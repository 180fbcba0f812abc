import { toInstant } from '../../domain/instant.ts';
import type { PlannedMute } from '../../domain/plan-in-force.ts';
import { NOW_MS } from './now.ts';

/** A mute of everything of its code, for another hour. */
export function makeMute(overrides: Partial<PlannedMute> = {}): PlannedMute {
  return {
    code: 'process_amber',
    subject: null,
    until: toInstant(NOW_MS + 3_600_000),
    reason: 'new disk',
    by: 'anna',
    ...overrides,
  };
}
