import type { Decision } from 'fleet-core/contract/decision';

/** A decision with words that no page makes up. */
export function makeDecision(overrides: Partial<Decision> = {}): Decision {
  return {
    code: 'stop',
    headline: 'Words of the API',
    detail: 'A reason of the API',

    ...overrides,
  };
}
