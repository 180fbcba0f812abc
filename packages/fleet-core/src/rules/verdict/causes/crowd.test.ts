import { describe, expect, it } from 'vitest';
import { judge } from '../../../testing/judge.ts';
import {
  makePinnedMonitor,
  makeProcessHealth,
  type ProcessOverrides,
} from '../../../testing/make/make-process-health.ts';
import { makeReading } from '../../../testing/make/make-reading.ts';
import { NOW_MS } from '../../../testing/make/now.ts';
import { dynamicFleet, pinnedFleet } from '../../../testing/states/base-fleets.ts';

describe('many processes with one and the same trouble', () => {
  const crowd = (count: number, columns: ProcessOverrides) => {
    const rows = Array.from({ length: count }, (_, i) =>
      makeProcessHealth({ host_id: `eu-${i + 1}`, process_type: 'api', ...columns }),
    );
    const fleet = dynamicFleet();
    return judge({ ...fleet, process_health: makeReading([...fleet.process_health.value, ...rows]) });
  };

  it('are told apart up to three', () => {
    expect(crowd(3, { health_status: 'red' }).causes).toHaveLength(3);
  });

  it.each([
    ['report red', { health_status: 'red' }, '60 processes report red'],
    ['report amber', { health_status: 'amber' }, '60 processes report amber'],
    ['report what is unknown', { health_status: 'odd' }, '60 processes report an unknown health'],
    ['are late', { updated_at_ms: NOW_MS - 100_000 }, '60 heartbeats are late'],
    [
      'report dependencies that cannot be read',
      { dependency_health: [], dependency_health_readable: false },
      '60 processes report dependencies that cannot be read',
    ],
  ])('are one cause with a count and the hosts: %s', (_, columns, title) => {
    const { causes } = crowd(60, columns);
    expect(causes).toHaveLength(1);
    expect(causes).toMatchObject([{ title, headline: `${title}: eu-1 … eu-60` }]);
    expect(causes[0]?.issue_refs).toHaveLength(60);
    expect(causes[0]?.subject.ids).toHaveLength(60);
    expect(causes[0]?.facts).toHaveLength(5);
    expect(causes[0]?.steps[0]?.text).toMatch(/^(?:On eu-1, then on the 59 others: |See )/);
  });

  it('whose rows cannot be read are counted, and named by their processes', () => {
    const fleet = dynamicFleet();
    const unreadable = Array.from({ length: 12 }, (_, i) => `p${i + 1}`);
    expect(judge({ ...fleet, process_health: { ...fleet.process_health, unreadable } }).causes).toMatchObject(
      [
        {
          title: '12 processes have rows that cannot be read',
          headline: '12 processes have rows that cannot be read: p1 … p12',
          subject: { kind: 'process' },
        },
      ],
    );
  });

  it('with buckets are told with these', () => {
    const rows = Array.from({ length: 5 }, (_, i) =>
      makePinnedMonitor(`eu-${i + 1}`, 100 * i, 100 * i + 99, { health_status: 'red' }),
    );
    expect(judge(pinnedFleet({ process_health: makeReading(rows) })).causes[0]).toMatchObject({
      headline: '5 processes report red: eu-1, eu-2, eu-3, eu-4 and eu-5; 500 buckets concerned',
      buckets_affected: 500,
    });
  });
});
