import fc from 'fast-check';
import { labelledStates, seedExample } from 'fleet-lab/state/labelled-states';
import { describe, expect, it } from 'vitest';
import { CHECKLIST_STATUSES } from './contract/checklist.ts';
import { DECISION_CODES } from './contract/decision.ts';
import { EXPECTED_OWNERSHIPS, type FleetSnapshot } from './contract/fleet-snapshot.ts';
import { LEVELS } from './contract/level.ts';
import type { Closed } from './contract/scalars.ts';
import type { FleetReadings } from './domain/fleet-readings.ts';
import { CATALOGUE } from './rules/verdict/catalogue/catalogue.ts';
import { severitiesOf } from './rules/verdict/code-meanings.ts';
import { type ArbitraryFleet, arbitraryFleet } from './testing/arbitrary/arbitrary-readings.ts';
import { holdAlways } from './testing/arbitrary/hold-always.ts';
import { after, deleteProcesses } from './testing/change-readings.ts';
import { goOn } from './testing/go-on.ts';
import { lastLook, lookAgain } from './testing/look-again.ts';
import { makeContext } from './testing/make/make-context.ts';
import { makeReadings } from './testing/make/make-readings.ts';
import { dynamicFleet, pinnedFleet } from './testing/states/base-fleets.ts';
import { readingsOfState } from './testing/states/readings-of-state.ts';

const RUNS = { numRuns: 150 };
const LATER_MS = 120_000;

const arbitraryPlan = fc.constantFrom(null, ...EXPECTED_OWNERSHIPS);

function contextOf(
  { thresholds }: ArbitraryFleet,
  expected_ownership: (typeof EXPECTED_OWNERSHIPS)[number] | null,
) {
  const { display } = makeContext();
  return makeContext({ thresholds, display: { ...display, expected_ownership } });
}

const atBothLooks = holdAlways(
  fc.tuple(arbitraryFleet, arbitraryFleet, arbitraryPlan),
  ([before, now, plan]) => [
    lastLook([before.readings], contextOf(before, plan)),
    lastLook([before.readings, goOn(now.readings, LATER_MS)], contextOf(now, plan)),
  ],
  RUNS.numRuns,
);

/** Whatever the fleet is at the first look, and whatever it has become at the second: `check` passes for both. */
const always = (check: (snapshot: Closed<FleetSnapshot>) => void): void =>
  atBothLooks((snapshots) => {
    for (const snapshot of snapshots) check(snapshot);
  });

describe('whatever the fleet', () => {
  it('every issue belongs to exactly one cause, which has at least one, and the severity of the worst', () => {
    always(({ causes, summary: { issue_details } }) => {
      const refs = causes.flatMap(({ issue_refs }) => issue_refs);
      expect(refs.toSorted((a, b) => a - b)).toEqual(issue_details.map((_, place) => place));
      for (const { issue_refs, severity } of causes) {
        const severities = issue_refs.map((ref) => issue_details[ref]?.severity);
        expect(severities).not.toEqual([]);
        expect(severity).toBe(severities.includes('red') ? 'red' : 'amber');
      }
    });
  });

  it('the decision is as bad as the worst issue that is not planned, and no better', () => {
    always(({ decision, causes, summary: { issue_details } }) => {
      const planned = new Set(causes.flatMap((cause) => (cause.planned ? cause.issue_refs : [])));
      const open = issue_details.filter((_, place) => !planned.has(place)).map(({ severity }) => severity);
      const worst = open.includes('red') ? 'stop' : open.includes('amber') ? 'hold' : 'advance';
      const expected = worst === 'advance' && planned.size > 0 ? 'advance_as_planned' : worst;
      expect(decision.code).toBe(expected);
    });
  });

  it('nothing is planned but pinned or API-controlled ownership that is said to be planned', () => {
    always(({ causes, checklist, bucket_coverage, settings }) => {
      for (const { planned, code, severity, issue_refs } of causes) {
        if (!planned) continue;
        expect([code, severity, issue_refs.length]).toEqual(['bucket_coverage', 'amber', 1]);
        expect(['pinned', 'api_controlled']).toContain(bucket_coverage.code);
        expect(settings.expected_ownership).toBe(bucket_coverage.code);
      }
      for (const row of checklist)
        if (row.planned) expect([row.code, row.status]).toEqual(['ownership', 'amber']);
    });
  });

  it('no row of the checklist is better than the worst issue of its question, and unknown is not better than green', () => {
    always(({ checklist, summary: { issue_details } }) => {
      for (const { code, status } of checklist) {
        const issues = issue_details.filter((issue) => CATALOGUE[issue.code].question === code);
        const worst = Math.max(0, ...issues.map(({ severity }) => LEVELS.indexOf(severity)));
        const level = CHECKLIST_STATUSES.indexOf(status) % LEVELS.length;
        expect(level).toBeGreaterThanOrEqual(worst);
      }
    });
  });

  it('a row refers to the causes of its issues, and to no others', () => {
    always(({ checklist, causes, summary: { issue_details } }) => {
      for (const { code, cause_refs } of checklist) {
        const concerned = causes.map(({ issue_refs }) =>
          issue_refs.some((ref) => CATALOGUE[issue_details[ref]?.code ?? 'process_red'].question === code),
        );
        expect(cause_refs).toEqual(concerned.flatMap((is, place) => (is ? [place] : [])));
      }
    });
  });

  it('an issue with a subject says what it names, one without does not', () => {
    always(({ summary: { issue_details } }) => {
      for (const { code, subject, subject_kind } of issue_details)
        expect(subject_kind).toBe(subject === '' ? undefined : CATALOGUE[code].subject);
    });
  });

  it('an issue has a severity that the catalogue gives its code, and red causes come before amber ones', () => {
    always(({ causes, summary: { issue_details } }) => {
      for (const { code, severity } of issue_details)
        expect(severitiesOf(CATALOGUE[code])).toContain(severity);
      const order = causes.map(({ severity }) => -LEVELS.indexOf(severity));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    });
  });

  it('no cause concerns more buckets than there are, and each says what to do', () => {
    always(({ causes, bucket_coverage: { bucket_total } }) => {
      for (const { code, buckets_affected, title, headline, steps } of causes) {
        // Pinned ranges are compared as reported, even beyond the total.
        const isPinned = code === 'pinned_overlap' || code === 'pinned_owner_rows';
        if (!isPinned) expect(buckets_affected).toBeLessThanOrEqual(Math.max(0, bucket_total));
        expect([title, headline].map((text) => text.length > 0)).toEqual([true, true]);
        expect(steps.length).toBeGreaterThan(0);
      }
    });
  });

  it('no text is unfinished', () => {
    always(({ decision, causes, checklist }) => {
      const texts = [
        decision.headline,
        decision.detail,
        ...causes.flatMap(({ title, headline, facts, steps }) => [
          title,
          headline,
          ...facts,
          ...steps.map((step) => step.text),
        ]),
        ...checklist.map(({ fact }) => fact),
      ];
      for (const text of texts) expect(text).not.toMatch(/^$|undefined|NaN|Infinity|\[object|\bnull\b/);
    });
  });
});

describe('removing the row of a process after it was seen', () => {
  const rank = ({ decision }: Closed<FleetSnapshot>) => DECISION_CODES.indexOf(decision.code);

  it('never makes the decision safe, unless the process was stopped in good order', () => {
    fc.assert(
      fc.property(arbitraryFleet, fc.nat(), arbitraryPlan, (fleet, place, plan) => {
        const rows = fleet.readings.process_health.value;
        const row = rows[place % Math.max(1, rows.length)]?.reported;
        fc.pre(row !== undefined && row.state !== 'stopped');
        const later = goOn(fleet.readings, 1000);
        const gone = after(
          later,
          deleteProcesses(({ process_id }) => process_id === row?.process_id),
        );
        const context = contextOf(fleet, plan);
        const stayed = lastLook([fleet.readings, later], context);
        const vanished = lastLook([fleet.readings, gone], context);
        if (row === undefined) return;
        expect(rank(vanished)).toBeGreaterThanOrEqual(DECISION_CODES.indexOf('hold'));
        const [mode, modeLeft] = [stayed, vanished].map(({ bucket_coverage }) => bucket_coverage.mode);
        // Where the mode is not known, the last monitor of one mode may have gone.
        if (mode === modeLeft && mode !== 'unknown' && isRedForOthers(stayed, row)) {
          expect(vanished.decision.code).toBe('stop');
        }
      }),
      RUNS,
    );
  });

  /** Whether something is red that is not of this process alone. */
  function isRedForOthers(
    { summary }: Closed<FleetSnapshot>,
    { process_id, host_id }: { process_id: string; host_id: string },
  ): boolean {
    return summary.issue_details.some(
      ({ code, severity, subject }) =>
        severity === 'red' &&
        code !== 'no_active_monitors' &&
        subject !== process_id &&
        !(code === 'sites_unchecked' && subject === host_id),
    );
  }
});

describe('the added rules raise nothing', () => {
  const addedCodes = (fleet: FleetReadings) => {
    const looks = Array.from({ length: 10 }, (_, i) => goOn(fleet, i * 30_000));
    return lookAgain(looks).flatMap(({ summary }) =>
      summary.issue_details.filter(({ code }) => !CATALOGUE[code].inSummary).map(({ code }) => code),
    );
  };

  it.each([
    ['a dynamic fleet that is well', dynamicFleet()],
    ['a pinned fleet that is well', pinnedFleet()],
    ['a fleet whose monitors report no ranges', makeReadings()],
    ['the worked example of the seed', readingsOfState(seedExample(), Date.UTC(2026, 3, 30, 14))],
  ])('of %s, however often it is looked at', (_, fleet) => {
    expect(addedCodes(fleet)).toEqual([]);
  });

  it('that changes what the summary says of any labelled state: these are the originals’ alone', () => {
    for (const state of labelledStates().slice(0, 10)) {
      const readings = readingsOfState(state, Date.UTC(2026, 3, 30, 14));
      const [snapshot] = lookAgain([readings]);
      const counted = snapshot?.summary.issue_details.filter(({ code }) => CATALOGUE[code].inSummary) ?? [];
      const worst = counted.some(({ severity }) => severity === 'red')
        ? 'red'
        : counted.length > 0
          ? 'amber'
          : 'green';
      expect(snapshot?.summary.status).toBe(worst);
    }
  });
});
