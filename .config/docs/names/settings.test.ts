import { expect, it } from 'vitest';
import { Environment } from '../../../apps/fleet-api/src/settings/environment.ts';
import { readSource, sourceFiles } from '../../arrow/source-files.ts';
import { foundInCode } from '../docs.ts';
import { IMAGINED } from './imagined.ts';

const ASKED_FOR = /\benv\.([A-Z][A-Z_]+)\b/g;
const IS_OURS = /^(?:BUCKET|DASHBOARD|DB|FLEET|HOST_DASHBOARD|JETMON)_/;
const LOOKS_LIKE_ONE = /(?<![\w.])(?:BUCKET|DASHBOARD|DB|FLEET|HOST_DASHBOARD|JETMON)_[A-Z_]*[A-Z]\b/g;

/** What one of our processes tells another: nobody else sets it. */
const BETWEEN_PROCESSES = ['FLEET_API_URL', 'FLEET_FAULT_FIGURES'];

const asked = sourceFiles().flatMap((file) =>
  [...readSource(file).matchAll(ASKED_FOR)].flatMap(([, name = '']) => (IS_OURS.test(name) ? name : [])),
);
const settings = [...new Set([...Object.keys(Environment.shape), ...asked])];
const documented = foundInCode(LOOKS_LIKE_ONE);

it('every variable that the dashboard, the command or the tests read is documented', () => {
  const missing = settings.filter((name) => IS_OURS.test(name) && !documented.includes(name));
  expect(missing.filter((name) => !BETWEEN_PROCESSES.includes(name))).toEqual([]);
});

it('what looks like a setting in the docs is one', () => {
  const unknown = documented.filter((name) => settings.includes(name) === IMAGINED.includes(name));
  expect(unknown).toEqual([]);
});
