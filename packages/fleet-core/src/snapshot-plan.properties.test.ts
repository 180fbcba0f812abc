import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FleetSnapshot } from './contract/fleet-snapshot.ts';
import { ISSUE_CODES } from './contract/issue.ts';
import type { Closed } from './contract/scalars.ts';
import { NO_PLAN, type PlanInForce } from './domain/plan-in-force.ts';
import { CATALOGUE } from './rules/verdict/catalogue/catalogue.ts';
import { buildSnapshot } from './snapshot.ts';
import { type ArbitraryFleet, arbitraryFleet } from './testing/arbitrary/arbitrary-readings.ts';
import { holdAlways } from './testing/arbitrary/hold-always.ts';
import { makeContext } from './testing/make/make-context.ts';
import { makeMute } from './testing/make/make-mute.ts';
import { makePlan } from './testing/make/make-plan.ts';

const RUNS = 200;

const judge = ({ readings, thresholds }: ArbitraryFleet, plan: PlanInForce) =>
  buildSnapshot(readings, makeContext({ thresholds, plan }));

const arbitraryMutes = fc
  .uniqueArray(fc.constantFrom(...ISSUE_CODES), { maxLength: 12 })
  .map((codes) => makePlan({ muted: codes.map((code) => makeMute({ code })) }));

describe('whatever the fleet, and whatever is muted', () => {
  const always = holdAlways(
    fc.tuple(arbitraryFleet, arbitraryMutes),
    ([fleet, plan]) => ({ muted: judge(fleet, plan), open: judge(fleet, NO_PLAN) }),
    RUNS,
  );

  it('only the decision and the marks differ: the summary, the causes and the rows keep their colours', () => {
    always(({ muted, open }) => {
      const unmarked = <T extends { muted?: unknown }>(marked: readonly T[]) =>
        marked.map(({ muted: _, ...rest }) => rest);
      const { issue_details, ...summary } = muted.summary;
      expect({ ...summary, issue_details: unmarked(issue_details) }).toEqual(open.summary);
      const withoutSteps = (causes: Closed<FleetSnapshot>['causes']) =>
        unmarked(causes).map(({ steps: _, ...cause }) => cause);
      expect(withoutSteps(muted.causes)).toEqual(withoutSteps(open.causes));
      expect(unmarked(muted.checklist)).toEqual(open.checklist);
    });
  });

  it('the decision is as bad as the worst issue that is not muted, and says of every advance that something is', () => {
    always(
      ({
        muted: {
          decision,
          summary: { issue_details },
        },
      }) => {
        const left = issue_details.flatMap(({ muted, severity }) => (muted === undefined ? [severity] : []));
        const worst = left.includes('red') ? 'stop' : left.includes('amber') ? 'hold' : 'advance';
        const isMuted = issue_details.length > left.length;
        expect(decision.code).toBe(worst === 'advance' && isMuted ? 'advance_as_planned' : worst);
        if (isMuted) expect(decision.detail).toContain('muted by anna until 15:00 UTC');
        if (isMuted && worst === 'advance') expect(decision.headline).toMatch(/known issues? muted$/);
      },
    );
  });
});

describe('whatever the fleet, and whoever is retired', () => {
  const hostsOf = ({ readings }: ArbitraryFleet) =>
    readings.process_health.value.map(({ reported }) => reported.host_id);
  const always = holdAlways(
    fc.tuple(
      arbitraryFleet.filter((fleet) => hostsOf(fleet).length > 0),
      fc.nat(),
    ),
    ([fleet, place]) => {
      const hosts = hostsOf(fleet);
      const plan = makePlan({ retired: [hosts[place % hosts.length] ?? ''] });
      return { retired: judge(fleet, plan), without: judge(fleet, NO_PLAN) };
    },
    RUNS,
  );

  it('nothing is raised of a process that is retired and works no more', () => {
    always(({ retired: { processes, summary } }) => {
      const calm = new Set(processes.flatMap(({ retired, process_id }) => (retired ? process_id : [])));
      const raised = summary.issue_details.filter(
        ({ code, subject }) => CATALOGUE[code].subject === 'process' && calm.has(subject),
      );
      expect(raised).toEqual([]);
    });
  });

  it('what is owned, delivered and checked is told as it is, and is as bad as it is', () => {
    always(({ retired, without }) => {
      const facts = ({ bucket_coverage, delivery, site_activity, process_counts }: typeof retired) => ({
        bucket_coverage,
        delivery,
        site_activity,
        process_counts,
      });
      expect(facts(retired)).toEqual(facts(without));
      const unwatched = (snapshot: typeof retired) =>
        snapshot.summary.issue_details.filter(({ code }) =>
          ['bucket_coverage', 'owner_without_monitor', 'sites_unchecked'].includes(code),
        );
      expect(unwatched(retired)).toEqual(unwatched(without));
    });
  });
});
