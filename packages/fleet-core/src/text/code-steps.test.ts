import { expect, it } from 'vitest';
import { codeMeanings } from '../rules/verdict/code-meanings.ts';
import { operatorSql } from '../sql/operator/operator-sql.ts';
import { TABLE_NAMES } from '../sql/schema/table-names.ts';
import { makeThresholds } from '../testing/make/make-thresholds.ts';
import { codeSteps } from './code-steps.ts';

const meanings = codeMeanings(operatorSql(TABLE_NAMES.jetmon, makeThresholds()));

it.each(meanings)(
  'the steps of $code have their commands apart, or where an older API tells lines, are these',
  (meaning) => {
    expect(codeSteps(meaning)).toEqual(meaning.step_details);
    expect(codeSteps({ ...meaning, step_details: [] })).toEqual(meaning.steps.map((text) => ({ text })));
  },
);
