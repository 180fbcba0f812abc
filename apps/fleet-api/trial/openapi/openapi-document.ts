import { SCHEMA_VERSION } from 'fleet-core/contract/fleet-snapshot';
import { componentSchemas, refTo } from './component-schemas.ts';
import type { JsonSchema } from './json-schema.ts';
import { OPERATIONS, type Operation } from './operations.ts';

const DESCRIPTION = `One read-only view of a whole Jetmon 2 fleet. GET and HEAD are all there is.

New fields, codes, words and paths may be added at any time; what is described here is not taken away and keeps its meaning
while info.version stays. Take what you do not know for what it is: a word of x-extensible-enum may be followed by others.`;

/** What is answered to everybody. */
const OPEN_PATH = '/healthz';

function withDenials({ responses, ...operation }: Operation): JsonSchema {
  const content = { 'application/problem+json': { schema: refTo('Problem') } };
  return {
    ...operation,
    responses: {
      ...responses,
      401: { description: 'This dashboard wants a token.', content },
      429: { description: 'Too many wrong tokens came from this address.', content },
    },
  };
}

/** The description of the API, whole. */
export function openapiDocument(): JsonSchema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jetmon Fleet',
      version: String(SCHEMA_VERSION),
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    // Relative to where this is served, so that it is right below any prefix.
    servers: [{ url: '..' }],
    // Nobody is asked without a file of tokens.
    security: [{}, { token: [] }, { password: [] }],
    tags: [
      { name: 'fleet', description: 'What is known of the fleet' },
      { name: 'dashboard', description: 'The dashboard itself' },
    ],
    paths: Object.fromEntries(
      Object.entries(OPERATIONS).map(([path, get]) => [
        path,
        { get: path === OPEN_PATH ? { ...get, security: [{}] } : withDenials(get) },
      ]),
    ),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A line of DASHBOARD_AUTH_TOKEN_FILE.' },
        password: { type: 'http', scheme: 'basic', description: 'The same as the password of any user.' },
      },
      schemas: componentSchemas(),
    },
  };
}

/** As it is kept in docs/openapi.json, and served. */
export function openapiText(): string {
  return `${JSON.stringify(openapiDocument(), null, 1)}\n`;
}
