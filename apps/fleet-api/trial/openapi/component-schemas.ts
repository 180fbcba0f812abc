import { CodeCatalogue, CodeMeaning } from 'fleet-core/contract/answers/code-catalogue';
import { DriftDetail } from 'fleet-core/contract/answers/drift-detail';
import { CauseInShort, FleetSummary } from 'fleet-core/contract/answers/fleet-summary';
import { Gate, GateCheck } from 'fleet-core/contract/answers/gate';
import { FleetHistory } from 'fleet-core/contract/answers/history';
import { FleetProblem, Problem } from 'fleet-core/contract/answers/problem';
import { Samples } from 'fleet-core/contract/answers/samples';
import { BucketCoverage } from 'fleet-core/contract/bucket-coverage';
import { Cause } from 'fleet-core/contract/cause';
import { ChecklistRow } from 'fleet-core/contract/checklist';
import { DatabaseSchema } from 'fleet-core/contract/database-schema';
import { Decision } from 'fleet-core/contract/decision';
import { Delivery } from 'fleet-core/contract/delivery';
import { Dependency } from 'fleet-core/contract/dependency';
import { FleetSnapshot, ServedBy, Settings, Source } from 'fleet-core/contract/fleet-snapshot';
import { Issue } from 'fleet-core/contract/issue';
import { Muted } from 'fleet-core/contract/muted';
import { Plan } from 'fleet-core/contract/plan';
import { Process } from 'fleet-core/contract/process';
import { ProjectionDrift } from 'fleet-core/contract/projection-drift';
import { Rollout } from 'fleet-core/contract/rollout';
import { SiteActivity } from 'fleet-core/contract/site-activity';
import { Summary } from 'fleet-core/contract/summary';
import { Verifliers } from 'fleet-core/contract/verifliers';
import * as z from 'zod';
import type { JsonSchema } from './json-schema.ts';

/** What has a name of its own in the description, each with a sentence on it. */
const NAMED = {
  FleetSnapshot: [FleetSnapshot, 'All that is known of the fleet at one instant of the database.'],
  FleetSummary: [FleetSummary, 'The verdict of a snapshot in a few KB.'],
  FleetHistory: [FleetHistory, 'What this dashboard has seen.'],
  Samples: [Samples, 'The fleet minute by minute, as columns.'],
  Gate: [Gate, 'Whether a step may be taken, and what was looked at.'],
  GateCheck: [GateCheck, 'One thing that must hold; null where it cannot be said.'],
  CodeCatalogue: [CodeCatalogue, 'Every issue code.'],
  CodeMeaning: [CodeMeaning, 'What an issue code means, and what to do.'],
  DriftDetail: [DriftDetail, 'Which sites differ from their open http events, and why.'],
  Problem: [Problem, 'Why there is no answer (RFC 9457).'],
  FleetProblem: [FleetProblem, 'Why there is no present snapshot, with the last one, which is past.'],
  Decision: [Decision, 'May the next rollout step be taken?'],
  Cause: [Cause, 'What is wrong, once, and what to do about it.'],
  CauseInShort: [CauseInShort, 'A cause without its facts and steps.'],
  ChecklistRow: [ChecklistRow, 'One question before a rollout step, with its answer.'],
  Summary: [Summary, 'What the dashboard built into Jetmon says, and all issues.'],
  Issue: [Issue, 'One thing that is wrong.'],
  Muted: [Muted, 'Who knows of it, why, and until when the decision leaves it out.'],
  Process: [Process, 'One long-running process of Jetmon.'],
  BucketCoverage: [BucketCoverage, 'Who owns the buckets, and whether each is owned once.'],
  Delivery: [Delivery, 'Both outbound queues, and who takes them.'],
  ProjectionDrift: [ProjectionDrift, 'How many sites differ from their open http events.'],
  SiteActivity: [SiteActivity, 'Whether the sites of owned buckets are checked.'],
  Dependency: [Dependency, 'One dependency over all processes that report it.'],
  Verifliers: [Verifliers, 'The vantages of verifliers with their agents.'],
  Plan: [Plan, 'What the plan file says.'],
  Rollout: [Rollout, 'How far the rollout has come.'],
  Source: [Source, 'One read behind the snapshot.'],
  ServedBy: [ServedBy, 'Which dashboard answered.'],
  Settings: [Settings, 'The limits that were judged by.'],
  DatabaseSchema: [DatabaseSchema, 'What the database was found to be.'],
} as const;
export type ComponentName = keyof typeof NAMED;

export function refTo(name: ComponentName): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

/**
 * The contract as JSON schemas, as zod makes them. They are open, as the contract is: a field that is not listed may come,
 * and so may a word of `x-extensible-enum`.
 */
export function componentSchemas(): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, [schema]] of Object.entries(NAMED)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    unrepresentable: ({ zodSchema }) => formOfFunction(zodSchema),
    override: ({ jsonSchema }) => open(jsonSchema),
  });
  return Object.fromEntries(
    Object.entries(NAMED).map(([name, [, description]]) => {
      const { $schema: _, $id: __, id: ___, ...schema } = JsonSchemaOf.parse(schemas[name]);
      return [name, { description, ...schema }];
    }),
  );
}

const JsonSchemaOf = z.record(z.string(), z.json());
const Params = z.union([
  z.object({ words: z.array(z.string()) }),
  z.object({ each: z.enum(['count', 'text']) }),
]);
const COUNT = { type: 'integer', minimum: 0 } as const;

/** A schema that is a function says by its `params` what it takes. */
function formOfFunction(schema: z.core.$ZodType) {
  const params = Params.parse('params' in schema._zod.def ? schema._zod.def.params : undefined);
  if ('words' in params) return { type: 'string' as const, 'x-extensible-enum': params.words };
  const additionalProperties = params.each === 'count' ? COUNT : { type: 'string' as const };
  return { type: 'object' as const, additionalProperties };
}

/** Takes away what is said of writers alone, or is no limit of ours. */
function open(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.additionalProperties === false) delete schema.additionalProperties;
  if (Object.keys(schema.properties ?? { any: true }).length === 0) delete schema.properties;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.format === 'date-time') delete schema.pattern;
  delete schema.default;
}
