import { makeHistory, makeSamples } from 'fleet-core/testing/make/make-history';
import { NOW_MS } from 'fleet-core/testing/make/now';
import { expect, it } from 'vitest';
import { lineOf } from './lane-line.ts';
import { frameOf, type TimeFrame } from './time-frame.ts';

const HOUR_MS = 3_600_000;

/** The last ten minutes, in a frame of `spanMs`; what happened `ago` minutes ago is null where nobody watched. */
function frame(at: (ago: number) => object | null, spanMs = 600_000): TimeFrame {
  const made = frameOf(makeHistory({ samples: makeSamples(10, at) }), NOW_MS, spanMs);
  if (made === null) throw new Error('no samples');
  return made;
}

const ends = (path: string) => path.split('M').length - 1;

it('a line is one piece as long as somebody watched', () => {
  const { path, top } = lineOf(
    frame(() => ({})),
    Array(10).fill(7),
  );
  expect([ends(path), top]).toEqual([1, 7]);
});

it('a time that nobody watched is a hole in the line, never a bridge', () => {
  const watched = frame((ago) => (ago >= 4 && ago <= 6 ? null : {}));
  const { path } = lineOf(watched, Array(7).fill(3));
  expect(ends(path)).toBe(2);
});

it('a pause that is shorter than the longest is none', () => {
  const watched = frame((ago) => (ago === 5 ? null : {}));
  expect(ends(lineOf(watched, Array(9).fill(3)).path)).toBe(1);
});

it('a number that could not be read is a hole, and not zero', () => {
  const values = [1, 1, 1, null, 1, 1, 1, 1, 1, 1];
  expect(
    ends(
      lineOf(
        frame(() => ({})),
        values,
      ).path,
    ),
  ).toBe(2);
});

it('a line that was never read says no number', () => {
  expect(
    lineOf(
      frame(() => ({})),
      Array(10).fill(null),
    ),
  ).toEqual({ path: '', top: null });
});

it('however many samples fall on one place, the greatest of them is seen', () => {
  const values = [0, 0, 0, 0, 900, 0, 0, 0, 0, 0];
  const wide = frame(() => ({}), 1000 * HOUR_MS);
  const { path, top } = lineOf(wide, values);
  expect(top).toBe(900);
  // The least `y` is the top of the picture.
  expect(path).toContain('V2');
});
