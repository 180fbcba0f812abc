import { describe, expect, it } from 'vitest';
import {
  after,
  deleteOwners,
  deleteProcesses,
  on,
  setWebhooks,
} from '../../../../testing/change-readings.ts';
import { causesOf } from '../../../../testing/find-issues.ts';
import { goOn } from '../../../../testing/go-on.ts';
import { lastLook } from '../../../../testing/look-again.ts';
import { makeProcessHealth } from '../../../../testing/make/make-process-health.ts';
import { makeReading } from '../../../../testing/make/make-reading.ts';
import { secondsAgo } from '../../../../testing/make/now.ts';
import { dynamicFleet, pinnedFleet } from '../../../../testing/states/base-fleets.ts';

const gone = (host: string) => deleteProcesses(on(host));

describe('a host that has vanished', () => {
  const later = (base: typeof dynamicFleet) => goOn(base(), 30_000);

  it('is one cause with the gap where its row was', () => {
    const snapshot = lastLook([
      dynamicFleet(),
      after(later(dynamicFleet), gone('jetmon-b'), deleteOwners(on('jetmon-b'))),
    ]);
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('process_vanished', snapshot)).toMatchObject([
      {
        severity: 'red',
        subject: { kind: 'process', ids: ['jetmon-b:monitor'] },
        title: 'jetmon-b has vanished',
        headline: 'jetmon-b has vanished (last seen 30s ago) and holds 334-666: 333 buckets are not watched',
        issues: ['bucket_coverage', 'process_vanished'],
        buckets_affected: 333,
      },
    ]);
  });

  it('when pinned leaves its range', () => {
    const snapshot = lastLook([pinnedFleet(), after(later(pinnedFleet), gone('jetmon-b'))]);
    expect(causesOf('process_vanished', snapshot)).toMatchObject([
      {
        severity: 'amber',
        headline: 'jetmon-b has vanished (last seen 30s ago) and holds 334-666: 333 buckets are not watched',
        buckets_affected: 333,
      },
    ]);
  });

  it('that was to deliver takes with it what waits for it', () => {
    const waiting = setWebhooks({
      due_now: 1,
      oldest_pending_ms: secondsAgo(60),
      oldest_due_ms: secondsAgo(60),
    });
    const snapshot = lastLook([
      dynamicFleet(),
      after(later(dynamicFleet), gone('jetmon-deliverer-1'), waiting),
    ]);
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('process_vanished', snapshot)).toMatchObject([
      {
        headline: 'jetmon-deliverer-1 has vanished (last seen 30s ago); 1 delivery waits for it',
        issues: ['delivery_queues', 'delivery_posture', 'process_vanished', 'delivery_owner_absent'],
        steps: [
          { on_host: 'jetmon-deliverer-1', command: { text: 'systemctl status jetmon-deliverer' } },
          {},
        ],
      },
    ]);
  });

  it('in part is named by its process', () => {
    const fleet = dynamicFleet();
    const beside = makeProcessHealth({ host_id: 'jetmon-b', process_type: 'deliverer' });
    const both = { ...fleet, process_health: makeReading([...fleet.process_health.value, beside]) };
    const half = deleteProcesses(({ process_id }) => process_id === 'jetmon-b:deliverer');
    expect(lastLook([both, after(goOn(both, 30_000), half)]).causes).toMatchObject([
      { code: 'process_vanished', title: 'jetmon-b:deliverer has vanished' },
    ]);
  });

  it('process by process was last seen with the last of them', () => {
    const beside = makeProcessHealth({ host_id: 'x', process_type: 'api' });
    const fleet = dynamicFleet();
    const other = makeProcessHealth({ host_id: 'x', process_type: 'api', process_id: 'x:other' });
    const rows = [...fleet.process_health.value, beside, other];
    const both = { ...fleet, process_health: makeReading(rows) };
    const one = after(
      goOn(both, 60_000),
      deleteProcesses(({ process_id }) => process_id === 'x:other'),
    );
    expect(lastLook([both, one, after(goOn(both, 90_000), gone('x'))]).causes).toMatchObject([
      { headline: 'x has vanished (last seen 30s ago)', subject: { ids: ['x:api', 'x:other'] } },
    ]);
  });

  it('many are one cause', () => {
    const fleet = dynamicFleet({
      process_health: makeReading([
        ...Array.from({ length: 12 }, (_, i) =>
          makeProcessHealth({ host_id: `eu-${i + 1}`, process_type: 'api' }),
        ),
        ...dynamicFleet().process_health.value,
      ]),
    });
    const snapshot = lastLook([
      fleet,
      after(
        goOn(fleet, 30_000),
        deleteProcesses((row) => row.process_type === 'api'),
      ),
    ]);
    expect(snapshot.causes).toMatchObject([
      { title: '12 hosts have vanished', headline: '12 hosts have vanished: eu-1 … eu-12' },
    ]);
  });
});
