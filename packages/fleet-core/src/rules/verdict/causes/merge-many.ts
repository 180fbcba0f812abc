import { unionRanges } from '../../ownership/union-ranges.ts';
import { countText } from '../../text/count-text.ts';
import { crowdText } from '../../text/list-text.ts';
import type { Draft } from './draft.ts';

/** More than this many with one and the same trouble are told as one. */
export const MOST_APART = 3;

/** How a crowd is named: `60 hosts` + `are silent`. */
export type Crowd = { readonly one: string; readonly many: string; readonly trouble: string };

/** Leaves few drafts as they are, and makes one of many: a count, and the first and last by name. */
export function mergeMany(drafts: readonly Draft[], crowd: Crowd): Draft[] {
  const [first] = drafts;
  if (first === undefined || drafts.length <= MOST_APART) return [...drafts];
  const ids = drafts.flatMap((draft) => draft.ids);
  const title = `${countText(ids.length, crowd.one, crowd.many)} ${crowd.trouble}`;
  return [
    {
      ...first,
      ids,
      title,
      headline: `${title}: ${crowdText(ids)}`,
      facts: drafts.slice(0, MOST_FACTS).map((draft) => draft.headline),
      findings: drafts.flatMap((draft) => draft.findings),
      ranges: unionRanges(drafts.flatMap((draft) => draft.ranges)),
    },
  ];
}

const MOST_FACTS = 5;
