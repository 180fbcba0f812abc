import fc from 'fast-check';
import type { DependencyEntry } from '../../contract/process.ts';
import type { ProcessHealth } from '../../domain/process-health.ts';
import { makeProcessHealth } from '../make/make-process-health.ts';
import { arbitraryInstant, arbitraryName } from './arbitrary-name.ts';

const health = fc.oneof(
  { weight: 3, arbitrary: fc.constant('green') },
  { weight: 2, arbitrary: fc.constantFrom('amber', 'red', 'odd', 'GREEN', '') },
);

const bucket = fc.option(fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 1100 })));

/** An entry of dependency health, with or without an error. */
const arbitraryEntry: fc.Arbitrary<DependencyEntry> = fc.record(
  {
    name: fc.oneof(fc.constantFrom('mysql', ' mysql', 'redis', '', ' '), arbitraryName),
    status: health,
    latency_ms: fc.constantFrom(0, 3.5, 9000),
    last_error: fc.constantFrom('', 'connection refused', 'slow'),
  },
  { requiredKeys: ['name', 'status'] },
);

/** A process of any type, state, health and ownership; its range may be upside down, out of range or missing. */
export const arbitraryProcess: fc.Arbitrary<ProcessHealth> = fc
  .record({
    process_id: arbitraryName,
    host_id: arbitraryName,
    process_type: fc.oneof(fc.constantFrom('monitor', 'monitor', 'deliverer', 'api', ''), arbitraryName),
    version: fc.constantFrom('2.0.0', '2.0.1', '10.0.0', ''),
    state: fc.constantFrom('running', 'running', 'running', 'idle', 'stopping', 'stopped', 'odd', ''),
    health_status: health,
    started_at_ms: fc.option(arbitraryInstant),
    updated_at_ms: fc.option(arbitraryInstant, { freq: 20 }),
    bucket_min: bucket,
    bucket_max: bucket,
    bucket_ownership: fc.constantFrom(
      'rollout_mode=api-controlled',
      'rollout_mode=api-controlled standby',
      'dynamic jetmon_hosts',
      'pinned range=0-9',
      ' PINNED',
      'Dynamic',
      'odd',
      '',
    ),
    delivery_workers_enabled: fc.boolean(),
    delivery_owner_host: fc.constantFrom('', ' ', 'jetmon-d', ' jetmon-d', 'jetmon-e', '\u{1f600}'),
    rss_mem_mb: fc.constantFrom(null, 0, 120),
    dependency_health: fc.array(arbitraryEntry, { maxLength: 4 }),
    dependency_health_readable: fc.boolean(),
  })
  .map((fields) => makeProcessHealth(fields));
