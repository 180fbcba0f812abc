import type { Path } from '../../src/http/paths.ts';
import { type ComponentName, refTo } from './component-schemas.ts';
import { EXAMPLES, type ExampleName } from './examples.ts';
import type { JsonSchema } from './json-schema.ts';
import { GATE, HISTORY, READY, STRICT } from './parameters.ts';

/** What machines ask for; the page and its files are for browsers. */
export type DescribedPath = Exclude<Path, '/' | `/fleet${string}`>;

function json(name: ComponentName, example?: ExampleName): JsonSchema {
  const shown = example === undefined ? {} : { example: EXAMPLES[example] };
  return { 'application/json': { schema: refTo(name), ...shown } };
}

function text(example?: ExampleName): JsonSchema {
  const shown = example === undefined ? {} : { example: EXAMPLES[example] };
  return { 'text/plain': { schema: { type: 'string' }, ...shown } };
}

function problem(description: string, name: 'Problem' | 'FleetProblem', example?: ExampleName): JsonSchema {
  const shown = example === undefined ? {} : { example: EXAMPLES[example] };
  return { description, content: { 'application/problem+json': { schema: refTo(name), ...shown } } };
}

const UNCHANGED: JsonSchema = { description: 'The client has the present answer (If-None-Match).' };
const BAD_QUERY = problem('A parameter cannot be taken; detail names it.', 'Problem', 'badQuery');
const OURS = problem('A fault of the dashboard itself.', 'Problem');

const WALL_LINK = {
  type: 'object',
  properties: {
    url: { type: 'string' },
    path: { type: 'string' },
    expires_at: { type: 'string', format: 'date-time' },
  },
  required: ['url', 'path', 'expires_at'],
};

/** 503 of a strict answer is the answer itself, and else a problem. */
function strictOr(
  name: 'FleetSnapshot' | 'FleetSummary',
  problemName: 'Problem' | 'FleetProblem',
): JsonSchema {
  return {
    description: 'There is no present snapshot; or strict is 1 and the fleet may not advance.',
    content: {
      'application/problem+json': { schema: refTo(problemName), example: EXAMPLES[problemName] },
      'application/json': { schema: refTo(name) },
    },
  };
}

export type Operation = { readonly responses: JsonSchema } & JsonSchema;

/** One operation for each path; HEAD is answered as GET is. */
export const OPERATIONS: Readonly<Record<DescribedPath, Operation>> = {
  '/api/fleet': {
    operationId: 'getFleet',
    tags: ['fleet'],
    summary: 'The whole fleet at this moment',
    parameters: [STRICT],
    responses: {
      200: { description: 'The present snapshot.', content: json('FleetSnapshot', 'FleetSnapshot') },
      304: UNCHANGED,
      400: BAD_QUERY,
      500: problem('A fault of the dashboard itself.', 'FleetProblem'),
      503: strictOr('FleetSnapshot', 'FleetProblem'),
    },
  },
  '/api/fleet/summary': {
    operationId: 'getSummary',
    tags: ['fleet'],
    summary: 'The verdict in less than 4 KB',
    parameters: [STRICT],
    responses: {
      200: { description: 'The present verdict.', content: json('FleetSummary', 'FleetSummary') },
      400: BAD_QUERY,
      500: OURS,
      503: strictOr('FleetSummary', 'Problem'),
    },
  },
  '/api/fleet/gate': {
    operationId: 'askGate',
    tags: ['fleet'],
    summary: 'May this step be taken?',
    parameters: GATE,
    responses: {
      200: {
        description: 'What was asked, what was looked at, and the answer.',
        content: json('Gate', 'Gate'),
      },
      400: BAD_QUERY,
      500: problem('A fault of the dashboard itself.', 'FleetProblem'),
      503: {
        description:
          'There is no present snapshot, or too much is asked at once; or strict is 1 and the answer is not ok.',
        content: {
          'application/problem+json': { schema: { anyOf: [refTo('FleetProblem'), refTo('Problem')] } },
          'application/json': { schema: refTo('Gate') },
        },
      },
    },
  },
  '/api/fleet/history': {
    operationId: 'getHistory',
    tags: ['fleet'],
    summary: 'What this dashboard has seen',
    parameters: HISTORY,
    responses: {
      200: {
        description: 'Transitions and samples of the range.',
        content: json('FleetHistory', 'FleetHistory'),
      },
      304: UNCHANGED,
      400: BAD_QUERY,
      500: OURS,
    },
  },
  '/api/fleet/drift': {
    operationId: 'getDrift',
    tags: ['fleet'],
    summary: 'Which sites differ from their open events, and why',
    responses: {
      200: {
        description: 'Drift by cause and bucket; Age says how old it is.',
        content: json('DriftDetail', 'DriftDetail'),
      },
      304: UNCHANGED,
      500: OURS,
      503: problem('It could not be read.', 'Problem'),
    },
  },
  '/api/fleet/codes': {
    operationId: 'getCodes',
    tags: ['fleet'],
    summary: 'What each issue code means',
    responses: {
      200: { description: 'Every code.', content: json('CodeCatalogue', 'CodeCatalogue') },
      304: UNCHANGED,
      500: OURS,
    },
  },
  '/api/fleet/wall-link': {
    operationId: 'makeWallLink',
    tags: ['dashboard'],
    summary: 'A link that makes the browser of a wall known, once',
    responses: {
      200: {
        description: 'The link, and until when it can be used.',
        content: { 'application/json': { schema: WALL_LINK } },
      },
      403: problem('A wall asks, not who shows a token.', 'Problem'),
      404: problem('Everybody may look: no link is needed.', 'Problem'),
      500: OURS,
    },
  },
  '/api/openapi.json': {
    operationId: 'getDescription',
    tags: ['dashboard'],
    summary: 'This description',
    responses: {
      200: { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } },
      304: UNCHANGED,
      500: OURS,
    },
  },
  '/metrics': {
    operationId: 'getMetrics',
    tags: ['dashboard'],
    summary: 'The fleet and the dashboard in numbers, for Prometheus',
    responses: { 200: { description: 'In its text format.', content: text() }, 500: OURS },
  },
  '/readyz': {
    operationId: 'isReady',
    tags: ['dashboard'],
    summary: 'Is this dashboard to be asked?',
    parameters: READY,
    responses: {
      200: { description: 'Every check that counts holds.', content: text('ready') },
      400: BAD_QUERY,
      503: { description: 'A check fails.', content: text('notReady') },
    },
  },
  '/healthz': {
    operationId: 'isUp',
    tags: ['dashboard'],
    summary: 'Is the process up?',
    responses: {
      200: {
        description: 'It is.',
        content: {
          'application/json': {
            schema: { type: 'object', properties: { status: { type: 'string' } }, required: ['status'] },
            example: { status: 'ok' },
          },
        },
      },
      500: OURS,
    },
  },
};
