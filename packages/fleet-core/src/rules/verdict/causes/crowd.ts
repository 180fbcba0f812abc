import type { BucketRange } from '../../../contract/bucket-coverage.ts';
import type { SubjectKind } from '../../../contract/subject.ts';
import { distinctSorted } from '../../code-point-order.ts';
import { unionRanges } from '../../ownership/bucket-ranges.ts';
import { numberText } from '../../text/count-text.ts';
import { crowdText } from '../../text/list-text.ts';
import type { Draft } from './draft.ts';

/** More than this many with one and the same trouble are told as one. */
const MOST_APART = 3;
const MOST_FACTS = 5;

/** How a crowd is spoken of after its number, as `hosts are silent`, and what follows for its buckets. */
export type Crowd = {
  readonly crowd: string;
  readonly consequence?: (ranges: readonly BucketRange[]) => string;
  readonly mostApart?: number;
};

/** Leaves few drafts as they are, and makes one of many: their number, and the first and last of their hosts. */
export function tellCrowd(
  drafts: readonly Draft[],
  { crowd, consequence = () => '', mostApart = MOST_APART }: Crowd,
): Draft[] {
  const [first] = drafts;
  if (first === undefined || drafts.length <= mostApart) return [...drafts];
  const title = `${numberText(drafts.length)} ${crowd}`;
  const hosts = distinctSorted(drafts.flatMap((draft) => draft.about.hosts));
  const ids = distinctSorted(drafts.flatMap((draft) => draft.ids));
  const ranges = unionRanges(drafts.flatMap((draft) => draft.ranges));
  return [
    {
      ...first,
      ids,
      title,
      headline: `${title}: ${whoText(first.kind, ids, hosts)}${consequence(ranges)}`,
      facts: drafts.slice(0, MOST_FACTS).map((draft) => draft.headline),
      findings: drafts.flatMap((draft) => draft.findings),
      ranges,
      about: { hosts, service: first.about.service },
    },
  ];
}

/** A crowd is known by its hosts; one of dependencies by what fails, and then where. */
function whoText(kind: SubjectKind, ids: readonly string[], hosts: readonly string[]): string {
  if (hosts.length === 0) return crowdText(ids);
  return kind === 'dependency' ? `${crowdText(ids)} on ${crowdText(hosts)}` : crowdText(hosts);
}
