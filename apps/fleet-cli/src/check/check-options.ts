import { GATE_LIMITS } from 'fleet-core/contract/answers/gate';
import { CHECKLIST_CODES } from 'fleet-core/contract/checklist';
import { ISSUE_CODES } from 'fleet-core/contract/issue';
import { EXPECTED_TYPES } from 'fleet-core/rules/check/check-options';
import * as z from 'zod/mini';
import type { OptionSpec } from '../arguments/command.ts';
import { oneOf } from '../arguments/read-arguments.ts';

/** Options that say what counts. */
export const CHECK_OPTIONS = {
  max: {
    value: 'LEVEL',
    words: GATE_LIMITS,
    help: 'the worst level that is still ok, green unless told otherwise',
  },
  'as-planned': { help: 'what was planned or is muted does not count, as in the decision' },
  expect: {
    value: 'TYPE=N',
    isList: true,
    help: 'how many monitors and deliverers are to be active: monitors=4,deliverers=1',
  },
  only: {
    value: 'QUESTION',
    isList: true,
    words: CHECKLIST_CODES,
    help: 'only these questions of the checklist count',
  },
  ignore: { value: 'CODE', isList: true, words: ISSUE_CODES, help: 'issues of these codes do not count' },
} satisfies Record<string, OptionSpec>;

const EXPECTATION = /^(monitors|deliverers)=(\d{1,6})$/;
const expectation = z
  .string()
  .check(z.regex(EXPECTATION, `it must be ${Object.keys(EXPECTED_TYPES).join('=N or ')}=N`));

/** The same as they are read. */
export const CheckOptionValues = {
  max: z._default(oneOf(GATE_LIMITS), 'green'),
  'as-planned': z._default(z.boolean(), false),
  expect: z._default(
    z.pipe(
      z.array(expectation),
      z.transform((items) => {
        const of = (type: string) => items.findLast((item) => item.startsWith(`${type}=`))?.split('=')[1];
        const [monitors, deliverers] = [of('monitors'), of('deliverers')];
        return {
          ...(monitors === undefined ? {} : { monitors: Number(monitors) }),
          ...(deliverers === undefined ? {} : { deliverers: Number(deliverers) }),
        };
      }),
    ),
    {},
  ),
  only: z._default(z.array(oneOf(CHECKLIST_CODES)), []),
  ignore: z._default(z.array(z.enum(ISSUE_CODES, 'it must be an issue code; `fleet codes` lists them')), []),
};
