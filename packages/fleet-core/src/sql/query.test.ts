import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { FlagOrNull, HeartbeatTime, oneRow, UtcTime, UtcTimeOrNull } from './query.ts';

const HALF_PAST_TWO = Date.UTC(2026, 2, 29, 2, 30);

describe('a time column', () => {
  it('is read as UTC', () => {
    expect(z.parse(UtcTime, '2026-03-29 02:30:00')).toBe(HALF_PAST_TWO);
    expect(z.parse(UtcTimeOrNull, '2026-03-29 02:30:00')).toBe(HALF_PAST_TWO);
  });

  it('that holds the zero date counts as 1970 where a time must be, else as none', () => {
    expect(z.parse(UtcTime, '0000-00-00 00:00:00')).toBe(0);
    expect(z.parse(UtcTimeOrNull, '0000-00-00 00:00:00')).toBeNull();
    expect(z.parse(HeartbeatTime, '0000-00-00 00:00:00')).toBeNull();
  });

  it('may be null only where that is allowed', () => {
    expect(z.parse(UtcTimeOrNull, null)).toBeNull();
    expect(z.safeParse(UtcTime, null).success).toBe(false);
  });

  it.each([new Date(0), 1774751400])(
    'that the driver has turned into %s is refused: its zone is a guess',
    (value) => {
      expect(z.safeParse(UtcTime, value).success).toBe(false);
      expect(z.safeParse(UtcTimeOrNull, value).success).toBe(false);
    },
  );
});

it('a flag is set by any other number than 0, and is never text', () => {
  expect([0, 1, 255, null].map((value) => z.parse(FlagOrNull, value))).toEqual([false, true, true, null]);
  expect(z.safeParse(FlagOrNull, '0').success).toBe(false);
});

describe('a statement that answers with one row', () => {
  const Row = z.object({ count: z.int() });

  it('gives that row', () => {
    expect(oneRow(Row, [{ count: 3 }])).toEqual({ count: 3 });
  });

  it.each([
    ['no row', []],
    ['two rows', [{ count: 3 }, { count: 4 }]],
    ['a row of another shape', [{ total: 3 }]],
    ['a count as text', [{ count: '3' }]],
    ['no rows at all', undefined],
  ])('fails on %s', (_, rows) => {
    expect(() => oneRow(Row, rows)).toThrow();
  });
});
