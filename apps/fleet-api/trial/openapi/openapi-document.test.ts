import { readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { CodeCatalogue } from 'fleet-core/contract/answers/code-catalogue';
import { DriftDetail } from 'fleet-core/contract/answers/drift-detail';
import { FleetSummary } from 'fleet-core/contract/answers/fleet-summary';
import { Gate } from 'fleet-core/contract/answers/gate';
import { FleetHistory } from 'fleet-core/contract/answers/history';
import { FleetProblem, Problem } from 'fleet-core/contract/answers/problem';
import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { ISSUE_CODES } from 'fleet-core/contract/issue';
import { describe, expect, it } from 'vitest';
import { PATHS } from '../../src/http/paths.ts';
import { brokenPromises } from './broken-promises.ts';
import { Description } from './description.ts';
import { EXAMPLES } from './examples.ts';
import { KEPT_DOCUMENT } from './kept-document.ts';
import { openapiDocument, openapiText } from './openapi-document.ts';

const kept = readFileSync(KEPT_DOCUMENT, 'utf8');
const now = Description.parse(openapiDocument());

it('takes nothing from the readers of docs/openapi.json', () => {
  const before = Description.parse(JSON.parse(kept));
  const broken = before.info.version === now.info.version ? brokenPromises(before, now) : [];
  expect(broken, 'give these back as they were and add beside them, or raise SCHEMA_VERSION').toEqual([]);
});

it('docs/openapi.json is what is described now: pnpm docs:openapi writes it anew', () => {
  expect(kept === openapiText(), 'docs/openapi.json is old: run pnpm docs:openapi').toBe(true);
});

it('is OpenAPI 3.1 without a fault, and its examples are as its schemas say', async () => {
  const config = await createConfig({
    extends: ['recommended-strict'],
    rules: {
      'no-invalid-media-type-examples': 'error',
      'no-invalid-schema-examples': 'error',
      'no-unused-components': 'error',
      'operation-operationId': 'error',
      // There is no server but the one that is asked, and no answer to a client's fault where nothing can be asked wrongly.
      'no-server-example.com': 'off',
      'operation-4xx-response': 'off',
    },
  });
  const problems = await lintFromString({ source: kept, absoluteRef: KEPT_DOCUMENT, config });
  const told = problems.map(
    ({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`,
  );
  expect(told).toEqual([]);
});

it('describes every path but those of the page, and no other', () => {
  expect(Object.keys(now.paths).sort()).toEqual(
    PATHS.filter((path) => path !== '/' && !path.startsWith('/fleet')).sort(),
  );
});

it('names the words of open enumerations', () => {
  const schema = now.components.schemas.Issue?.properties;
  expect(schema).toMatchObject({ code: { type: 'string', 'x-extensible-enum': [...ISSUE_CODES] } });
});

it('leaves no answer open to everything, and closes none to what is to come', () => {
  const text = JSON.stringify(now.components.schemas);
  expect(text).not.toContain('"additionalProperties":false');
  expect(text).not.toMatch(/:\{\}/);
});

describe('the examples hold to the contract', () => {
  it.each([
    ['FleetSnapshot', FleetSnapshot, EXAMPLES.FleetSnapshot],
    ['FleetSummary', FleetSummary, EXAMPLES.FleetSummary],
    ['FleetHistory', FleetHistory, EXAMPLES.FleetHistory],
    ['Gate', Gate, EXAMPLES.Gate],
    ['DriftDetail', DriftDetail, EXAMPLES.DriftDetail],
    ['CodeCatalogue', CodeCatalogue, EXAMPLES.CodeCatalogue],
    ['Problem', Problem, EXAMPLES.Problem],
    ['FleetProblem', FleetProblem, EXAMPLES.FleetProblem],
    ['badQuery', Problem, EXAMPLES.badQuery],
  ] as const)('%s', (_, schema, example) => {
    expect(schema.parse(example)).toEqual(example);
  });
});
