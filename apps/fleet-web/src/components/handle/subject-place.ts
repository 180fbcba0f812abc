import type { SubjectKind } from 'fleet-core/contract/subject';
import type { PagePlace } from '../../location/page-link.tsx';
import { bucketsPlace, filteredPlace, processPlace, sectionPlace } from './places.ts';

const PLACES: Readonly<Record<SubjectKind, (id: string) => PagePlace | null>> = {
  process: processPlace,
  host: (id) => filteredPlace(['host', id]),
  dependency: (id) => filteredPlace(['dependency', id]),
  buckets: bucketsPlace,
  queue: () => sectionPlace('queues'),
  session: () => sectionPlace('rollout'),
  sites: () => null,
  fleet: () => null,
};

const places: ReadonlyMap<string, (id: string) => PagePlace | null> = new Map(Object.entries(PLACES));

/** Where what an issue or a cause is about is to be seen; null for what has no place of its own, or that only a newer API knows. */
export function subjectPlace(kind: string, id: string): PagePlace | null {
  return places.get(kind)?.(id) ?? null;
}
