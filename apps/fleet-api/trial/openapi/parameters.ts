import { GATE_LIMITS, GATE_PURPOSES } from 'fleet-core/contract/answers/gate';
import { ISSUE_CODES } from 'fleet-core/contract/issue';
import { READY_CHECKS } from '../../src/http/health/ready-checks.ts';
import type { JsonSchema } from './json-schema.ts';

type Facts = { readonly description: string; readonly required?: true };

function parameter(name: string, schema: JsonSchema, { description, required }: Facts): JsonSchema {
  return { name, in: 'query', description, ...(required ? { required } : {}), schema };
}

/** Words with commas between them. */
function words(name: string, values: readonly string[], facts: Facts): JsonSchema {
  const schema = { type: 'array', items: { type: 'string', enum: [...values] } };
  return { ...parameter(name, schema, facts), style: 'form', explode: false };
}

const flag = { type: 'string', enum: ['0', '1'] };
const instant = { type: 'string', format: 'date-time' };

/** The parameters of each path that takes some. */
export const STRICT = parameter('strict', flag, {
  description: '1: the same answer with 503 where it is no yes, for clients that look at the status alone.',
});

export const GATE = [
  parameter(
    'for',
    { type: 'string', enum: [...GATE_PURPOSES] },
    { description: 'Which step.', required: true },
  ),
  parameter(
    'host',
    { type: 'string', minLength: 1, maxLength: 255 },
    { description: 'The host that takes the range.' },
  ),
  parameter(
    'buckets',
    { type: 'string', pattern: '^\\d{1,6}-\\d{1,6}$' },
    { description: 'The range, both ends included, as 500-665.' },
  ),
  parameter(
    'max',
    { type: 'string', enum: [...GATE_LIMITS] },
    { description: 'The worst level that passes.' },
  ),
  words('ignore', ISSUE_CODES, { description: 'Issues that do not count for advance.' }),
  STRICT,
];

export const HISTORY = [
  parameter('since', instant, { description: 'The first minute; without it 24 hours before the last.' }),
  parameter('until', instant, { description: 'The last minute; without it the present one.' }),
];

export const READY = [
  parameter(
    'verbose',
    { type: 'string', enum: ['', '0', '1'] },
    { description: 'Each check on a line of its own.' },
  ),
  words('exclude', READY_CHECKS, { description: 'Checks that do not count.' }),
];
