import { findScenario } from 'fleet-lab/scenarios/scenarios';
import { describe, expect, it } from 'vitest';
import { GATE_PURPOSES, type GateQuestion } from '../../contract/answers/gate.ts';
import { ISSUE_CODES } from '../../contract/issue.ts';
import type { Closed } from '../../contract/scalars.ts';
import { gateOfState, gateText } from '../../testing/gate-of.ts';

/** What is asked of each state, and the answer: `pass`, or check by check what fails and what is not known (`?`). */
const ANSWERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'pinned-rollout': {
    advance: 'fail · decision Hold: monitors are pinned to their ranges',
    'advance max=amber': 'pass',
    'advance ignore=bucket_coverage': 'pass',
    'advance ignore=projection_drift': 'fail · decision Hold: monitors are pinned to their ranges',
    'cutover host=jetmon-b buckets=334-666':
      'unknown · sites_checked? no active site to check · drift? no active site to compare',
    dynamic:
      'fail · all_dynamic pinned: jetmon-a, jetmon-b and jetmon-c · nobody_pinned pinned: jetmon-a, jetmon-b and jetmon-c · owned_once monitor process snapshots report pinned bucket ranges; dynamic jetmon_hosts coverage is not active',
  },
  'pinned-as-planned': {
    advance: 'pass',
    'cutover host=jetmon-b buckets=166-332': 'pass',
    'cutover host=jetmon-b buckets=166-331': 'fail · monitor_range jetmon-b:monitor reports 166-332',
    'cutover host=jetmon-b buckets=166-333':
      "fail · owned_once not jetmon-b's: 333; also jetmon-c's: 333 · monitor_range jetmon-b:monitor reports 166-332",
    'cutover host=jetmon-a buckets=166-332':
      "fail · owned_once not jetmon-a's: 166-332; also jetmon-b's: 166-332 · monitor_range jetmon-a:monitor reports 0-165",
    'cutover host=jetmon-x buckets=166-332':
      "fail · owned_once not jetmon-x's: 166-332; also jetmon-b's: 166-332 · monitor_fresh jetmon-x has no monitor · monitor_range no active monitor of jetmon-x reports a range · sites_checked? since when the range has been held is not known",
    'rollback buckets=166-332': 'fail · no_active_monitor jetmon-b:monitor is running on 166-332',
    dynamic:
      'fail · all_dynamic pinned: jetmon-a, jetmon-b, jetmon-c, jetmon-d, jetmon-e and 1 more · nobody_pinned pinned: jetmon-a, jetmon-b, jetmon-c, jetmon-d, jetmon-e and 1 more · owned_once monitor process snapshots report pinned bucket ranges; dynamic jetmon_hosts coverage is not active',
  },
  'plan-mismatch': {
    advance: 'fail · decision Hold: ownership is dynamic, not pinned as planned',
    'advance ignore=plan_mismatch': 'pass',
    dynamic: 'pass',
  },
  'mid-rollout': {
    advance: 'fail · decision Hold: some monitors are pinned, others dynamic',
    'advance max=amber': 'pass',
    'cutover host=jetmon-a buckets=0-165': 'pass',
    'cutover host=jetmon-d buckets=500-665': 'pass',
    'rollback buckets=0-165':
      'fail · no_owner_row jetmon-a has a row for 0-165 · no_active_monitor jetmon-a:monitor is running on 0-165',
    'rollback buckets=500-665': 'fail · no_active_monitor jetmon-d:monitor is running on 500-665',
    dynamic:
      'fail · all_dynamic pinned: jetmon-d, jetmon-e and jetmon-f · nobody_pinned pinned: jetmon-d, jetmon-e and jetmon-f · owned_once some active monitors report pinned bucket ranges, others dynamic ownership',
  },
  'dynamic-healthy': {
    advance: 'pass',
    'cutover host=jetmon-b buckets=166-332': 'pass',
    'cutover host=jetmon-b buckets=0-999':
      "fail · owned_once not jetmon-b's: 0-165 and 333-999; also jetmon-a's: 0-165; also jetmon-c's: 333-499; also jetmon-d's: 500-665; also jetmon-e's: 666-832; also jetmon-f's: 833-999 · monitor_range jetmon-b:monitor reports 166-332",
    'rollback buckets=166-332':
      'fail · no_owner_row jetmon-b has a row for 166-332 · no_active_monitor jetmon-b:monitor is running on 166-332',
    dynamic: 'pass',
  },
  'api-standby': {
    advance: 'pass',
    'cutover host=jetmon-a buckets=0-165':
      "fail · owned_once not jetmon-a's: 0-165 · monitor_range jetmon-a:monitor is in standby",
    'rollback host=jetmon-a buckets=0-165': 'pass',
  },
  'api-half-way': {
    advance: 'pass',
    'cutover host=jetmon-b buckets=166-332': 'pass',
    'cutover host=jetmon-b buckets=166-333':
      "fail · owned_once not jetmon-b's: 333; also jetmon-c's: 333 · monitor_range jetmon-b:monitor reports 166-332",
    'cutover host=jetmon-d buckets=500-665':
      "fail · owned_once not jetmon-d's: 500-665 · monitor_range jetmon-d:monitor is in standby",
    'rollback host=jetmon-b buckets=166-332':
      'fail · lock_released jetmon-b still holds the lock of 166-332 · no_active_monitor jetmon-b:monitor is running on 166-332',
    'rollback host=jetmon-d buckets=500-665': 'pass',
    'rollback buckets=499-665':
      'fail · lock_released jetmon-c still holds the lock of 333-499 · no_active_monitor jetmon-c:monitor is running on 333-499',
    dynamic:
      'fail · all_dynamic in standby: jetmon-d, jetmon-e and jetmon-f; API-controlled: jetmon-a, jetmon-b and jetmon-c · owned_once ownership is API-controlled: v2 holds 500 of 1,000 buckets, the rest remains with v1',
  },
  'api-lock-silent': {
    advance: 'fail · decision Do not advance: jetmon-b is silent',
    'cutover host=jetmon-b buckets=166-332':
      'fail · monitor_fresh jetmon-b:monitor is silent for 11m · monitor_range no active monitor of jetmon-b reports a range · sites_checked? since when the range has been held is not known',
    'rollback buckets=166-332':
      'fail · lock_released jetmon-b still holds the lock of 166-332 · no_active_monitor? whether jetmon-b checks 166-332 is not known',
  },
  'api-range-mismatch': {
    'cutover host=jetmon-c buckets=333-499':
      'fail · monitor_range jetmon-c:monitor is in standby; process jetmon-c:monitor: is in standby and its lock says 333-499',
    'rollback buckets=333-499': 'fail · lock_released jetmon-c still holds the lock of 333-499',
  },
  'api-locks-disagree': {
    'cutover host=jetmon-c buckets=333-499':
      'fail · owned_once range lock of jetmon-c, buckets 333-499: no bucket locks of it for 400-499',
    'rollback buckets=333-499':
      'fail · lock_released jetmon-c still holds the lock of 333-499; range lock of jetmon-c, buckets 333-499: no bucket locks of it for 400-499 · no_active_monitor jetmon-c:monitor is running on 333-499',
  },
  'api-owner-rows': {
    'cutover host=jetmon-b buckets=166-332': 'fail · no_owner_row jetmon-b has a row for 166-332',
  },
  'api-job-failed': {
    advance: 'fail · decision Hold: activate-buckets for 500-665 failed in rollout rol_jetmon-d',
    'cutover host=jetmon-c buckets=333-499': 'pass',
  },
  'stale-host': {
    advance: 'fail · decision Do not advance: jetmon-b is silent',
    'advance max=amber': 'fail · decision Do not advance: jetmon-b is silent',
    'cutover host=jetmon-b buckets=166-332':
      'fail · monitor_fresh jetmon-b:monitor is silent for 14m · monitor_range no active monitor of jetmon-b reports a range · sites_checked? since when the range has been held is not known',
    'cutover host=jetmon-d buckets=500-665': 'pass',
    'rollback buckets=166-332':
      'fail · no_owner_row jetmon-b has a row for 166-332 · no_active_monitor? whether jetmon-b checks 166-332 is not known',
    dynamic:
      'fail · all_dynamic? not known: jetmon-b · nobody_pinned? not known: jetmon-b · owned_once jetmon-b, owner of buckets 166-332, sent its last heartbeat 840s ago',
  },
  'heartbeats-late': {
    advance: 'fail · decision Hold: all heartbeats are late',
    'advance max=amber': 'pass',
    'cutover host=jetmon-b buckets=166-332': 'pass',
    dynamic: 'pass',
  },
  'heartbeat-frozen': {
    advance: "fail · decision Hold: the heartbeat of jetmon-c:monitor lies 1h ahead of the database's clock",
    'cutover host=jetmon-c buckets=333-499':
      "unknown · monitor_fresh? process jetmon-c:monitor: heartbeat lies 3600s in the future; its clock or the database's is wrong",
    'cutover host=jetmon-b buckets=166-332': 'pass',
    dynamic:
      "unknown · all_dynamic? process jetmon-c:monitor: heartbeat lies 3600s in the future; its clock or the database's is wrong",
  },
  'coverage-gap': {
    'advance ignore=bucket_coverage':
      'fail · decision Do not advance: the owner row of jetmon-c is missing; without bucket_coverage what counts: process jetmon-c:monitor: reports buckets 333-499 and has no owner row',
    'advance ignore=bucket_coverage,range_mismatch': 'pass',
    'cutover host=jetmon-c buckets=333-499':
      "fail · owned_once not jetmon-c's: 333-499 · monitor_range process jetmon-c:monitor: reports buckets 333-499 and has no owner row",
    'cutover host=jetmon-b buckets=166-332': 'pass',
    'rollback buckets=333-499': 'fail · no_active_monitor jetmon-c:monitor is running on 333-499',
    dynamic:
      'fail · owned_once no owner for buckets 333-499, before jetmon-d; process jetmon-c:monitor: reports buckets 333-499 and has no owner row',
  },
  overlap: {
    advance: 'fail · decision Do not advance: jetmon-c and jetmon-d own 460-499 together',
    'cutover host=jetmon-c buckets=333-499': "fail · owned_once also jetmon-d's: 460-499",
    'cutover host=jetmon-d buckets=460-665': "fail · owned_once also jetmon-c's: 460-499",
    'cutover host=jetmon-b buckets=166-332': 'pass',
    'rollback buckets=0-459':
      'fail · no_owner_row jetmon-a has a row for 0-165; jetmon-b has a row for 166-332; jetmon-c has a row for 333-499 · no_active_monitor jetmon-a:monitor is running on 0-165; jetmon-b:monitor is running on 166-332; jetmon-c:monitor is running on 333-499',
    dynamic: 'fail · owned_once jetmon-c and jetmon-d both own buckets 460-499',
  },
  draining: {
    advance: 'fail · decision Do not advance: jetmon-e owns 666-832 and has no active monitor',
    'cutover host=jetmon-e buckets=666-832':
      'fail · monitor_fresh jetmon-e:monitor is stopping · monitor_range no active monitor of jetmon-e reports a range · sites_checked? since when the range has been held is not known',
    'rollback buckets=666-832':
      'fail · no_owner_row jetmon-e has a row for 666-832 · no_active_monitor jetmon-e:monitor is stopping on 666-832',
    dynamic:
      'fail · all_dynamic stopped: jetmon-e · owned_once jetmon-e, owner of buckets 666-832, is draining',
  },
  'owner-without-monitor': {
    advance: 'fail · decision Do not advance: jetmon-c owns 333-499 and has no process that reports',
    'cutover host=jetmon-c buckets=333-499':
      'fail · monitor_fresh jetmon-c has no monitor · monitor_range no active monitor of jetmon-c reports a range · sites_checked? since when the range has been held is not known',
    'rollback buckets=333-499': 'fail · no_owner_row jetmon-c has a row for 333-499',
    dynamic: 'fail · all_dynamic without a monitor: jetmon-c',
  },
  'no-active-monitors': {
    'advance max=amber': 'fail · decision Do not advance: no monitor is active',
    'cutover host=jetmon-b buckets=166-332':
      'fail · monitor_fresh jetmon-b:monitor is stopping · monitor_range no active monitor of jetmon-b reports a range · sites_checked? since when the range has been held is not known',
    'rollback buckets=166-332':
      'fail · no_owner_row jetmon-b has a row for 166-332 · no_active_monitor jetmon-b:monitor is stopping on 166-332',
    dynamic: 'fail · all_dynamic stopped: jetmon-a, jetmon-b, jetmon-c, jetmon-d, jetmon-e and 1 more',
  },
  'range-mismatch': {
    advance: 'fail · decision Hold: jetmon-b reports buckets 166-272 and its owner row says buckets 166-332',
    'cutover host=jetmon-b buckets=166-332':
      'fail · monitor_range jetmon-b:monitor reports 166-272; process jetmon-b:monitor: reports buckets 166-272 and its owner row says buckets 166-332',
    'cutover host=jetmon-b buckets=166-272':
      'fail · monitor_range process jetmon-b:monitor: reports buckets 166-272 and its owner row says buckets 166-332',
    dynamic:
      'fail · owned_once process jetmon-b:monitor: reports buckets 166-272 and its owner row says buckets 166-332',
  },
  'owner-in-future': {
    advance: "fail · decision Hold: the owner row of jetmon-d lies ahead of the database's clock",
    'cutover host=jetmon-d buckets=500-665': 'pass',
    dynamic:
      'unknown · owned_once? bucket owner jetmon-d: its heartbeat lies 2h in the future, so whether it is fresh is not known',
  },
  'pinned-owner-rows': {
    advance: 'fail · decision Hold: the owner row of jetmon-c claims pinned buckets 333-499',
    'cutover host=jetmon-b buckets=166-332': 'pass',
    'cutover host=jetmon-c buckets=333-499': 'fail · no_owner_row jetmon-c has a row for 333-499',
    'rollback buckets=333-499':
      'fail · no_owner_row jetmon-c has a row for 333-499 · no_active_monitor jetmon-c:monitor is running on 333-499',
  },
  'pinned-range-invalid': {
    advance: 'fail · decision Hold: jetmon-f is pinned to 833-1999, beyond BUCKET_TOTAL 1000',
    'cutover host=jetmon-f buckets=833-999': 'fail · monitor_range jetmon-f:monitor reports 833-1999',
    'rollback buckets=833-999': 'fail · no_active_monitor jetmon-f:monitor is running on 833-1999',
  },
  drift: {
    advance: 'fail · decision Do not advance: 7 sites differ from their open http events',
    'advance max=amber': 'fail · decision Do not advance: 7 sites differ from their open http events',
    'advance ignore=projection_drift': 'pass',
    'cutover host=jetmon-b buckets=166-332': 'fail · drift 1 site differs from its events',
    'cutover host=jetmon-c buckets=333-499': 'fail · drift 2 sites differ from their events',
    'rollback buckets=166-332':
      'fail · no_owner_row jetmon-b has a row for 166-332 · no_active_monitor jetmon-b:monitor is running on 166-332 · drift 1 site differs from its events',
    dynamic: 'pass',
  },
  'sites-unchecked': {
    advance: 'fail · decision Do not advance: jetmon-d checks none of its sites',
    'cutover host=jetmon-d buckets=500-665':
      'fail · sites_checked no longer checked: 504-518, 541-555, 578-592, 615-629 and 1 more',
    'cutover host=jetmon-b buckets=166-332': 'pass',
    dynamic: 'pass',
  },
  'delivery-backlog': {
    advance: 'fail · decision Hold: nothing will drain 305 deliveries',
    'advance max=amber': 'pass',
    'advance ignore=delivery_queues':
      'fail · decision Hold: nothing will drain 305 deliveries; without delivery_queues what counts: delivery owner: 305 deliveries are queued and no active process has delivery workers enabled',
    'advance ignore=delivery_queues,delivery_posture,delivery_owner_absent': 'pass',
  },
  'delivery-failures': {
    advance: 'fail · decision Do not advance: deliveries: 4 abandoned, 7 failed',
    'advance max=amber': 'fail · decision Do not advance: deliveries: 4 abandoned, 7 failed',
    'advance ignore=delivery_queues': 'pass',
  },
  empty: {
    advance:
      'fail · decision Hold: no process has reported · readings? processes: no process has reported its health; processes: no monitor process has reported its health',
    'advance max=amber':
      'unknown · readings? processes: no process has reported its health; processes: no monitor process has reported its health',
    'cutover host=jetmon-b buckets=166-332':
      "fail · owned_once not jetmon-b's: 166-332 · monitor_fresh jetmon-b has no monitor · monitor_range no active monitor of jetmon-b reports a range · sites_checked? no active site to check · drift? no active site to compare",
    'rollback buckets=166-332': 'unknown · drift? no active site to compare',
    dynamic:
      'fail · all_dynamic no monitor is dynamic · owned_once no host owns buckets: jetmon_hosts has no rows',
  },
};

/** `cutover host=jetmon-b buckets=166-332` */
function questionOf(text: string): Partial<Closed<GateQuestion>> {
  const [purpose, ...given] = text.split(' ');
  const named = new Map(given.map((parameter) => [parameter.split('=')[0], parameter.split('=')[1] ?? '']));
  const [min, max] = (named.get('buckets') ?? '').split('-').map(Number);
  const ignored = named.get('ignore')?.split(',') ?? [];
  const question = GATE_PURPOSES.find((known) => known === purpose);
  if (question === undefined) throw new Error(`nothing is asked for ${purpose}`);
  return {
    for: question,
    host: named.get('host') ?? null,
    buckets: min === undefined || max === undefined ? null : { min, max },
    max: named.get('max') === 'amber' ? 'amber' : 'green',
    ignore: ISSUE_CODES.filter((code) => ignored.includes(code)),
  };
}

describe.each(Object.entries(ANSWERS))('%s', (name, answers) => {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new Error(`there is no scenario ${name}`);
  const state = scenario.build();

  it.each(Object.entries(answers))('%s: %s', (question, answer) => {
    expect(gateText(gateOfState(state, questionOf(question)))).toBe(answer);
  });
});
