import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { checkFleet } from 'fleet-core/rules/check/check-fleet';
import { type CheckOptions, STRICT_CHECK } from 'fleet-core/rules/check/check-options';
import { judge } from 'fleet-core/testing/judge';
import { failedReading } from 'fleet-core/testing/make/make-reading';
import { dynamicFleet } from 'fleet-core/testing/states/base-fleets';
import { describe, expect, it } from 'vitest';
import { perfdata } from './perfdata.ts';

/** By the guidelines of monitoring plugins: 'label'=value[unit];[warn];[crit];[min];[max] */
const FIGURE = /^'[^'=|]+'=(?:U|-?\d+(?:\.\d+)?(?:s|%|B|c)?)(?:;[\d:]*){0,2}(?:;\d*){0,2}$/;

function figuresOf(snapshot: FleetSnapshot, overrides: Partial<CheckOptions> = {}): string[] {
  const options = { ...STRICT_CHECK, ...overrides };
  return perfdata(snapshot, 2, checkFleet(snapshot, options), options).split(' ');
}

const unread = {
  projection_drift: failedReading(),
  webhook_deliveries: failedReading(),
  alert_deliveries: failedReading(),
  bucket_owners: failedReading(),
  site_activity: failedReading(),
};

describe('the numbers of a check', () => {
  it('are written as monitoring plugins write them, whatever could be read', () => {
    for (const snapshot of [judge(dynamicFleet()), judge(dynamicFleet(unread))])
      for (const figure of figuresOf(snapshot, { expect: { monitors: 3, deliverers: 1 } }))
        expect(figure).toMatch(FIGURE);
  });

  it('of a healthy fleet', () => {
    expect(figuresOf(judge(dynamicFleet()))).toEqual([
      "'red_issues'=0;;0;0",
      "'amber_issues'=0;0;;0",
      "'monitors'=3;;;0",
      "'deliverers'=1;;;0",
      "'stale'=0;;;0",
      "'covered_buckets'=1000;;;0;1000",
      "'unchecked_buckets'=0;;;0",
      "'drift'=0;;;0",
      "'due'=0;;;0",
      "'oldest_due'=0s;;;0",
      "'age'=2s;;30;0",
    ]);
  });

  it('that could not be read are U, never 0', () => {
    const figures = figuresOf(judge(dynamicFleet(unread)));
    for (const label of ['covered_buckets', 'unchecked_buckets', 'drift', 'due', 'oldest_due'])
      expect(figures.find((figure) => figure.startsWith(`'${label}'`))).toMatch(/=U;/);
  });

  it('that are expected carry their limits: more warns, fewer is critical', () => {
    const figures = figuresOf(judge(dynamicFleet()), { expect: { monitors: 4 } });
    expect(figures).toContain("'monitors'=3;0:4;4:;0");
    expect(figuresOf(judge(dynamicFleet()), { expect: { monitors: 4 }, max: 'amber' })).toContain(
      "'monitors'=3;;4:;0",
    );
  });
});
