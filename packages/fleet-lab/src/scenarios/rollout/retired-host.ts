import { monitorProcess } from '../builders/monitor-process.ts';
import { deliverers, monitors, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

const DAY_SEC = 86_400;

/** A host that is no longer missed: Jetmon leaves its last row for good. */
export const retiredHost: Scenario = {
  name: 'retired-host',
  description: 'jetmon-old was stopped for good yesterday, and the plan says so',
  build: () =>
    rolloutFleet({
      processes: [
        ...monitors(),
        ...deliverers(),
        monitorProcess(
          'jetmon-old',
          { min: 0, max: 166 },
          { state: 'stopped', health_status: 'amber', updated_at_age: DAY_SEC },
        ),
      ],
      plan_file: JSON.stringify({ stage: 'dynamic', retired: ['jetmon-old'] }),
    }),
  deliveries: 'flowing',
  expected: { status: 'green', nextActionCode: 'continue', decision: 'advance', addedCodes: [] },
};
