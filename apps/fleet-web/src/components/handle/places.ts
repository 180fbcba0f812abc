import type { PagePlace } from '../../location/page-link.tsx';
import { DIALOG_PARAMETER } from '../../location/use-open-dialog.ts';
import { exactTerm, type FilterKey } from './filter-keys.ts';

/** The address's parameter that names the open process. */
export const OPEN_PARAMETER = 'p';

/** The address's parameter with the filter of the processes. */
export const FILTER_PARAMETER = 'filter';

/** The address's parameter that names the code whose meaning is told; empty for all codes. */
export const CODE_PARAMETER = 'code';

/** Where a process's panel is open. */
export const processPlace = (process_id: string): PagePlace => ({
  changes: { [OPEN_PARAMETER]: process_id },
});

/** Where it is told what a code means, over whatever else is shown. */
export const codePlace = (code: string): PagePlace => ({
  changes: { [CODE_PARAMETER]: code, [DIALOG_PARAMETER]: null },
});

/** Where all codes are listed. */
export const ALL_CODES: PagePlace = codePlace('');

/** The processes with all of these values. */
export function filteredPlace(...values: readonly (readonly [FilterKey, string])[]): PagePlace {
  return placeOf(values.map(([key, value]) => exactTerm(key, value)));
}

/** The processes that hold one of these buckets: `7` or `7-9`. */
export function bucketsPlace(buckets: string): PagePlace {
  return placeOf([`bucket:${buckets}`]);
}

/** A section of the page. */
export const sectionPlace = (section: string): PagePlace => ({ changes: {}, section });

/** Whatever else left processes out no longer does. */
function placeOf(terms: readonly string[]): PagePlace {
  return {
    changes: { [FILTER_PARAMETER]: terms.join(' '), health: null, problems: null, [OPEN_PARAMETER]: null },
    section: 'processes',
  };
}
