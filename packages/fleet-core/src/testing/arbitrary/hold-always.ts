import fc from 'fast-check';

/**
 * Returns what holds a check against things made of `count` random values, the same for all checks: making them
 * takes most of the time of properties. A check that fails is told with the least value that fails it.
 */
export function holdAlways<Value, Made>(
  arbitrary: fc.Arbitrary<Value>,
  make: (value: Value) => Made,
  count: number,
): (check: (made: Made, value: Value) => void) => void {
  const run = { numRuns: count, seed: fc.sample(fc.nat(), 1)[0] ?? 0 };
  let cases: (readonly [Made, Value])[] | undefined;
  return (check) => {
    cases ??= fc.sample(arbitrary, run).map((value) => [make(value), value] as const);
    try {
      for (const [made, value] of cases) check(made, value);
    } catch (failure) {
      // The same values once more, of which fast-check finds a smaller one.
      fc.assert(
        fc.property(arbitrary, (value) => {
          check(make(value), value);
        }),
        run,
      );
      throw failure;
    }
  };
}
