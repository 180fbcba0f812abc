import { findScenario } from 'fleet-lab/scenarios/scenarios';
import { expect, it } from 'vitest';
import { foundInCode } from '../docs.ts';
import { IMAGINED } from './imagined.ts';

it('every scenario that the docs show by its name is there', () => {
  const named = foundInCode(/--scenario ([a-z][a-z-]*)/g);
  expect(named.filter((name) => (findScenario(name) !== undefined) === IMAGINED.includes(name))).toEqual([]);
});
