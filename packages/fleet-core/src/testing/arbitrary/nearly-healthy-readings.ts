import fc from 'fast-check';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import { makeProcessHealth } from '../make/make-process-health.ts';
import { makeReading } from '../make/make-reading.ts';
import { makeReadings } from '../make/make-readings.ts';
import { arbitraryInstant } from './arbitrary-name.ts';

/** The healthy fleet with one more monitor, which is healthy too or has little the matter with it. */
export const nearlyHealthyReadings: fc.Arbitrary<FleetReadings> = fc
  .record({
    health_status: fc.constantFrom('green', 'green', 'amber'),
    updated_at_ms: arbitraryInstant,
    dependency_health_readable: fc.boolean(),
  })
  .map((fields) => {
    const readings = makeReadings();
    const more = makeProcessHealth({ host_id: 'jetmon-z', ...fields });
    return { ...readings, process_health: makeReading([...readings.process_health.value, more]) };
  });
