import { type RuleState, type RuleVerdict, WELL } from './rule-state.ts';
import { checkedSites, pinnedFleet, site, smallFleet } from './small-fleet.ts';

/** All sites of jetmon-b: one in bucket 334, one in 666. */
const SOME: RuleVerdict = {
  decision: 'hold',
  added: [['sites_unchecked', 'amber', 'jetmon-b']],
  checklist: { checks: 'amber' },
};
const ALL: RuleVerdict = {
  decision: 'stop',
  added: [['sites_unchecked', 'red', 'jetmon-b']],
  checklist: { checks: 'red' },
};
const OUTSIDE: RuleVerdict = {
  decision: 'hold',
  added: [['sites_outside_buckets', 'amber', '']],
  checklist: { checks: 'amber' },
};
const NEVER = { last_checked_age: null };
const LONG_AGO = { last_checked_age: 7_200 };

/** Sites that nobody checks, and sites that nobody can. */
export const SITE_STATES: readonly RuleState[] = [
  {
    name: 'a bucket whose newest check is 900 s old, at the grace, is checked',
    ...smallFleet({ sites: checkedSites({ 334: { last_checked_age: 900 } }) }),
    expect: WELL,
  },
  {
    name: 'a bucket whose newest check is 901 s old is unchecked, while another of its owner is checked',
    ...smallFleet({ sites: checkedSites({ 334: { last_checked_age: 901 } }) }),
    expect: SOME,
  },
  {
    name: 'an owner all of whose buckets are unchecked for 901 s checks no site',
    ...smallFleet({
      sites: checkedSites({ 334: { last_checked_age: 901 }, 666: { last_checked_age: 901 } }),
    }),
    expect: ALL,
  },
  {
    name: 'a bucket is as new as the newest check of its active sites',
    ...smallFleet({
      sites: checkedSites({ 334: LONG_AGO }, [site(334, { blog_id: 1, last_checked_age: 900 })]),
    }),
    expect: WELL,
  },
  {
    name: 'the check of an inactive site does not count',
    ...smallFleet({
      sites: checkedSites({ 334: LONG_AGO }, [site(334, { blog_id: 1, monitor_active: 0 })]),
    }),
    expect: SOME,
  },
  {
    name: 'a bucket that was never checked is unchecked',
    ...smallFleet({ sites: checkedSites({ 334: NEVER }) }),
    expect: SOME,
  },
  {
    name: 'an owner none of whose buckets was ever checked checks no site',
    ...smallFleet({ sites: checkedSites({ 334: NEVER, 666: NEVER }) }),
    expect: ALL,
  },
  {
    name: 'a bucket of an 8-minute interval may wait for 960 s, twice as long',
    ...smallFleet({ sites: checkedSites({ 334: { last_checked_age: 960, check_interval: 8 } }) }),
    expect: WELL,
  },
  {
    name: 'a bucket of an 8-minute interval is unchecked after 961 s',
    ...smallFleet({ sites: checkedSites({ 334: { last_checked_age: 961, check_interval: 8 } }) }),
    expect: SOME,
  },
  {
    name: 'a monitor that has run for 900 s, as long as a check may take, is not blamed yet',
    ...smallFleet({
      monitors: { 'jetmon-b': { started_at_age: 900 } },
      sites: checkedSites({ 334: LONG_AGO, 666: LONG_AGO }),
    }),
    expect: WELL,
  },
  {
    name: 'a monitor that has run for 901 s is to have checked its sites',
    ...smallFleet({
      monitors: { 'jetmon-b': { started_at_age: 901 } },
      sites: checkedSites({ 334: LONG_AGO, 666: LONG_AGO }),
    }),
    expect: ALL,
  },
  {
    name: 'a pinned monitor is to check the sites of its range',
    ...pinnedFleet({ sites: checkedSites({ 334: LONG_AGO, 666: LONG_AGO }) }),
    expect: { ...ALL, checklist: { ownership: 'amber', checks: 'red' } },
  },
  {
    name: 'buckets that v1 still has are none of ours',
    ...pinnedFleet({ gone: ['jetmon-b'], sites: checkedSites({ 334: LONG_AGO, 666: LONG_AGO }) }),
    expect: { decision: 'advance_as_planned', added: [], checklist: { ownership: 'amber' } },
  },
  {
    name: 'a site in the last bucket is within the buckets',
    ...smallFleet({ sites: checkedSites({}, [site(999, { blog_id: 1 })]) }),
    expect: WELL,
  },
  {
    name: 'a site in the bucket after the last is outside of the buckets',
    ...smallFleet({ sites: checkedSites({}, [site(1000)]) }),
    expect: OUTSIDE,
  },
  {
    name: 'an inactive site in the bucket after the last is of no concern',
    ...smallFleet({ sites: checkedSites({}, [site(1000, { monitor_active: 0 })]) }),
    expect: WELL,
  },
  {
    name: 'without an active site neither checks nor drift are known',
    ...smallFleet({ sites: [] }),
    expect: { decision: 'advance', added: [], checklist: { checks: 'unknown', drift: 'unknown' } },
  },
];
