import { describe, expect, it } from 'vitest';
import type { ChecklistCode } from '../contract/checklist.ts';
import { buildSnapshot } from '../snapshot.ts';
import { after, type Change, changeSites, setProcesses } from '../testing/change-readings.ts';
import { makeContext } from '../testing/make/make-context.ts';
import { failedReading } from '../testing/make/make-reading.ts';
import { dynamicFleet } from '../testing/states/base-fleets.ts';

/** States of which a row cannot be answered: it says so, and nothing else is wrong. */
const UNKNOWN: readonly (readonly [name: string, changes: readonly Change[], row: ChecklistCode])[] = [
  ['no active sites: checks', [changeSites(() => ({ buckets: [], sites_outside: 0 }))], 'checks'],
  ['no active sites: drift', [changeSites(() => ({ buckets: [], sites_outside: 0 }))], 'drift'],
  ['dependency_health null everywhere', [setProcesses({ dependency_health: [] })], 'dependencies'],
  [
    'sites whose checks could not be read',
    [(fleet) => ({ ...fleet, site_activity: failedReading() })],
    'checks',
  ],
];

const dynamicContext = makeContext();
describe('what cannot be told is unknown, not OK', () => {
  it.each(UNKNOWN)('%s', (_, changes, code) => {
    const { decision, checklist } = buildSnapshot(after(dynamicFleet(), ...changes), dynamicContext);
    const row = checklist.find((each) => each.code === code);
    expect(row).toMatchObject({ status: 'unknown' });
    expect(decision).toMatchObject({ code: 'advance', headline: 'Safe to continue' });
    expect(decision.detail).toContain(`not known: `);
    expect(decision.detail).toContain(row?.fact);
  });
});
