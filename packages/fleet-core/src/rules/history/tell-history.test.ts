import { describe, expect, it } from 'vitest';
import { FleetHistory } from '../../contract/answers/history.ts';
import { toInstant } from '../../domain/instant.ts';
import { makeSample, makeSampledFleet, NOW_MINUTE } from '../../testing/make/make-history.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { NOTHING_WATCHED, type Watched } from './history.ts';
import { DEFAULT_MINUTES, rangeOf, tellHistory } from './tell-history.ts';
import { MINUTE_MS } from './tell-samples.ts';

const ms = (minute: number) => NOW_MS + minute * MINUTE_MS;
const instant = (minute: number) => toInstant(ms(minute));
/** A sample for each minute of two days. */
const fleet = makeSampledFleet(
  Array.from({ length: 2 * DEFAULT_MINUTES }, (_, i) =>
    makeSample({ minute: NOW_MINUTE - 2 * DEFAULT_MINUTES + 1 + i }),
  ),
);
const watched: Watched = {
  ...NOTHING_WATCHED,
  watching_since: instant(-4000),
  status_transitions: [
    { at: instant(-4000), from: null, to: 'green' },
    { at: instant(-3000), from: 'green', to: 'unwatched' },
    { at: instant(-2000), from: 'unwatched', to: 'green' },
    { at: instant(-10), from: 'green', to: 'red' },
  ],
  issue_transitions: [
    { at: instant(-3500), code: 'process_stale', from: null, to: 'red' },
    { at: instant(-10), code: 'process_red', from: null, to: 'red' },
  ],
};

function ask(sinceMs: number | null, untilMs: number | null) {
  const history = tellHistory(watched, fleet, rangeOf({ sinceMs, untilMs }, NOW_MS), NOW_MS, 90_000);
  const { samples, status_transitions, issue_transitions } = FleetHistory.parse(history);
  return {
    begins_at: samples?.begins_at,
    last: samples?.minute.at(-1),
    samples: samples?.minute.length,
    status: status_transitions.map(({ at }) => at),
    issues: issue_transitions.map(({ at }) => at),
    owner_ranges: samples?.owner_ranges.map(({ minute }) => minute),
  };
}

describe('when no range is asked for', () => {
  it('samples of the last 24 hours are told, and all transitions', () => {
    expect(ask(null, null)).toMatchObject({
      begins_at: instant(1 - DEFAULT_MINUTES),
      samples: DEFAULT_MINUTES,
      last: DEFAULT_MINUTES - 1,
      status: [instant(-4000), instant(-3000), instant(-2000), instant(-10)],
      issues: [instant(-3500), instant(-10)],
    });
  });

  it('how long a pause may last is told', () => {
    expect(tellHistory(watched, fleet, null, NOW_MS, 90_000).longest_pause_sec).toBe(90);
  });
});

describe('of a range', () => {
  it('both minutes belong to it, whatever their seconds', () => {
    expect(ask(ms(-20) + 59_999, ms(-10) + 1)).toMatchObject({
      begins_at: instant(-20),
      samples: 11,
      last: 10,
    });
  });

  it('that has no end, it ends now', () => {
    expect(ask(ms(-5), null)).toMatchObject({ begins_at: instant(-5), samples: 6 });
  });

  it('that has no beginning, it is 24 hours long', () => {
    expect(ask(null, ms(-5))).toMatchObject({
      begins_at: instant(-4 - DEFAULT_MINUTES),
      samples: DEFAULT_MINUTES,
    });
  });

  it('the transitions in it are told, and the one of the status that says what stood at its beginning', () => {
    expect(ask(ms(-20), ms(-10))).toMatchObject({
      status: [instant(-2000), instant(-10)],
      issues: [instant(-10)],
    });
    expect(ask(ms(-20), ms(-11))).toMatchObject({ status: [instant(-2000)], issues: [] });
    expect(ask(ms(-3000), ms(-2500)).status).toEqual([instant(-4000), instant(-3000)]);
  });

  it('who owned what at its beginning is told with the minute in which that began', () => {
    expect(ask(ms(-20), ms(-10)).owner_ranges).toEqual([20 + 1 - 2 * DEFAULT_MINUTES]);
  });

  it('in which nothing was seen is empty', () => {
    expect(ask(ms(-9000), ms(-8000))).toEqual({
      begins_at: instant(-9000),
      last: undefined,
      samples: 0,
      status: [],
      issues: [],
      owner_ranges: [],
    });
  });
});
