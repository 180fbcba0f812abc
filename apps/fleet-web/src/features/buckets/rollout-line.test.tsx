// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import type { Rollout } from 'fleet-core/contract/rollout';
import { afterEach, expect, it } from 'vitest';
import { HEALTHY_SNAPSHOT } from '../../testing/healthy-snapshot.ts';
import { RolloutLine } from './rollout-line.tsx';

afterEach(cleanup);

function lineOf(overrides: Partial<Rollout>): string | null {
  const { rollout } = HEALTHY_SNAPSHOT;
  if (rollout === null) throw new Error('every snapshot that is built has a rollout');
  render(<RolloutLine rollout={{ ...rollout, ...overrides }} />);
  return screen.getByText(/Next step/).textContent;
}

it('says what the next step is', () => {
  const advance = 'unpin jetmon-d (500-665): 3 of 6 are dynamic';
  expect(lineOf({ advance })).toBe('Next step: unpin jetmon-d (500-665): 3 of 6 are dynamic');
});

it('says why the next step is not known', () => {
  const unknown = { progress: null, advance: null, unknown_because: 'jetmon-b is silent' };
  expect(lineOf(unknown)).toBe('Next step: not known, because jetmon-b is silent');
});

it('says nothing where an older API does not tell', () => {
  const { container } = render(<RolloutLine rollout={null} />);
  expect(container.textContent).toBe('');
});
