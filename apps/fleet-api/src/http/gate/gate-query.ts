import {
  GATE_LIMITS,
  GATE_PURPOSES,
  type GatePurpose,
  type GateQuestion,
} from 'fleet-core/contract/answers/gate';
import type { BucketRange } from 'fleet-core/contract/bucket-coverage';
import { ISSUE_CODES, type IssueCode } from 'fleet-core/contract/issue';
import type { Closed } from 'fleet-core/contract/scalars';
import * as z from 'zod/mini';
import { BadQuery, readQuery, told } from '../requests/read-query.ts';
import { isStrict, Strict } from '../requests/strict-query.ts';

const Parameters = z.strictObject({
  for: z.enum(GATE_PURPOSES, `it must be one of ${GATE_PURPOSES.join(', ')}`),
  host: z.optional(
    z.string().check(z.minLength(1, 'it must name a host'), z.maxLength(255, 'it is too long')),
  ),
  buckets: z.optional(z.string().check(z.regex(/^\d{1,6}-\d{1,6}$/, 'it must be a range such as 0-99'))),
  max: z.optional(z.enum(GATE_LIMITS, `it must be one of ${GATE_LIMITS.join(', ')}`)),
  ignore: z.optional(z.string()),
  strict: Strict,
});
type Parameters = z.infer<typeof Parameters>;

/** What is asked of the gate, and whether an answer that is not ok shall fail as a request. */
export type GateRequest = { readonly question: Closed<GateQuestion>; readonly strict: boolean };

/** Which parameters a purpose takes beside `strict`, and which of them it cannot do without. */
const TAKES: Readonly<
  Record<GatePurpose, { readonly needed: readonly Named[]; readonly open: readonly Named[] }>
> = {
  advance: { needed: [], open: ['max', 'ignore'] },
  cutover: { needed: ['host', 'buckets'], open: [] },
  rollback: { needed: ['buckets'], open: ['host'] },
  dynamic: { needed: [], open: [] },
};
const NAMED = ['host', 'buckets', 'max', 'ignore'] as const;
type Named = (typeof NAMED)[number];

/** Reads the parameters of `/api/fleet/gate`. Throws `BadQuery`, also for one that would change nothing. */
export function readGateQuery(target: string, bucketTotal: number): GateRequest {
  const given = readQuery(target, Parameters);
  holdToPurpose(given);
  return {
    question: {
      for: given.for,
      host: given.host ?? null,
      buckets: given.buckets === undefined ? null : rangeOf(given.buckets, bucketTotal),
      max: given.max ?? 'green',
      ignore: codesOf(given.ignore ?? ''),
    },
    strict: isStrict(given.strict),
  };
}

function holdToPurpose(given: Parameters): void {
  const { needed, open } = TAKES[given.for];
  for (const name of NAMED) {
    const isGiven = given[name] !== undefined;
    if (!isGiven && needed.includes(name))
      throw new BadQuery(`for=${given.for} needs the parameter "${name}".`);
    if (isGiven && !needed.includes(name) && !open.includes(name))
      throw new BadQuery(`for=${given.for} takes no parameter "${name}".`);
  }
}

/** Without a bucket total any range may be asked for; what comes of it is unknown. */
function rangeOf(text: string, bucketTotal: number): BucketRange {
  const [min = 0, max = 0] = text.split('-').map(Number);
  if (max < min) throw new BadQuery(`Parameter "buckets": ${text} is upside down.`);
  if (bucketTotal > 0 && max >= bucketTotal)
    throw new BadQuery(
      `Parameter "buckets": ${text} goes beyond the buckets that there are, 0-${bucketTotal - 1}.`,
    );
  return { min, max };
}

function codesOf(text: string): IssueCode[] {
  return text
    .split(',')
    .filter((word) => word !== '')
    .map((word) => {
      const code = ISSUE_CODES.find((known) => known === word);
      if (code !== undefined) return code;
      throw new BadQuery(
        `Parameter "ignore": there is no issue code ${told(word)}; /api/fleet/codes lists them.`,
      );
    });
}
