import type { CodeMeaning } from '../contract/answers/code-catalogue.ts';
import type { Step } from '../contract/cause.ts';

/** The steps for a code, with the commands apart where the API tells them so. */
export function codeSteps({ steps, step_details }: CodeMeaning): readonly Step[] {
  return step_details.length > 0 ? step_details : steps.map((text) => ({ text }));
}
