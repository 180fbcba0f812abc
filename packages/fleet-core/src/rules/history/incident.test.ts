import { expect, it } from 'vitest';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Closed } from '../../contract/scalars.ts';
import { after, on, setProcesses } from '../../testing/change-readings.ts';
import { judge } from '../../testing/judge.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { dynamicFleet } from '../../testing/states/base-fleets.ts';
import { NOTHING_WATCHED, watchSnapshot } from './history.ts';
import { incidentOf, MOST_CHARACTERS, MOST_SUBJECTS } from './incident.ts';

const silentB = () =>
  judge(after(dynamicFleet(), setProcesses({ updated_at_ms: NOW_MS - 840_000 }, on('jetmon-b'))));

const watch = (...snapshots: Closed<FleetSnapshot>[]) =>
  snapshots.reduce(
    (watched, snapshot, place) => watchSnapshot(watched, snapshot, NOW_MS + place * 1000, 60_000),
    NOTHING_WATCHED,
  );

it('what came is told with its cause’s sentence and whom it concerned', () => {
  const silent = silentB();
  const came = watch(judge(dynamicFleet()), silent).issue_transitions.find(
    ({ code }) => code === 'process_stale',
  );
  expect(came).toMatchObject({ to: 'red', subjects: ['jetmon-b'] });
  expect(came?.headline).toBe(silent.causes[0]?.headline);
});

it('what went has neither', () => {
  const gone = watch(judge(dynamicFleet()), silentB(), judge(dynamicFleet())).issue_transitions.at(-1);
  expect(gone).toMatchObject({ to: null });
  expect(gone).not.toHaveProperty('headline');
  expect(gone).not.toHaveProperty('subjects');
});

it('only the first of many hosts, and the beginning of a long sentence, are kept', () => {
  const [cause] = silentB().causes;
  if (cause === undefined) throw new Error('a silent host is a cause');
  const told = (hosts: number, characters: number) => {
    const ids = Array.from({ length: hosts }, (_, place) => `h-${place}`);
    const headline = 'x'.repeat(characters);
    return incidentOf('process_stale', {
      ...silentB(),
      causes: [{ ...cause, headline, subject: { kind: 'host', ids } }],
    });
  };
  expect(told(MOST_SUBJECTS, MOST_CHARACTERS).headline).toBe('x'.repeat(MOST_CHARACTERS));
  expect(told(MOST_SUBJECTS, MOST_CHARACTERS).subjects).toHaveLength(MOST_SUBJECTS);
  expect(told(MOST_SUBJECTS + 1, MOST_CHARACTERS + 1).headline).toBe(`${'x'.repeat(MOST_CHARACTERS - 1)}…`);
  expect(told(MOST_SUBJECTS + 1, MOST_CHARACTERS + 1).subjects).toHaveLength(MOST_SUBJECTS);
});
