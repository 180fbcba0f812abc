import type { Process } from 'fleet-core/contract/process';
import { FILTER_KEYS } from '../../../components/handle/filter-keys.ts';
import { bucketsOf, filterTest } from './filter-match.ts';
import type { FilterTerm } from './filter-text.ts';

const KEYS = FILTER_KEYS.map((key) => `${key}:`).join(', ');

/** What to tell the one who typed: keys that are none, unless the text is found all the same, and odd values. */
export function filterRemarks(terms: readonly FilterTerm[], processes: readonly Process[]): string[] {
  return terms.flatMap((term) => {
    if (term.kind === 'word') {
      if (term.unknownKey === undefined || processes.some(filterTest([term]))) return [];
      return [`“${term.unknownKey}:” is no key, so “${term.text}” is looked for as text. Keys: ${KEYS}`];
    }
    return term.key === 'bucket' && bucketsOf(term.value) === null
      ? [`“bucket:” takes a number or a range, as in bucket:499 or bucket:120-140`]
      : [];
  });
}
