import type { FleetProblem } from 'fleet-core/contract/answers/problem';

/** The API's answer when it cannot read the database and has nothing from before. */
export function makeProblem(overrides: Partial<FleetProblem> = {}): FleetProblem {
  return {
    type: 'about:blank',
    title: 'The database cannot be read',
    status: 503,
    request_id: 'r-17',
    last_snapshot: null,
    last_snapshot_age_sec: null,
    ...overrides,
  };
}
