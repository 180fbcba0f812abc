import type { Column } from '../../../components/data-table/column.ts';
import { formatBuckets } from '../../../format/bucket-range.ts';

type Owned = { readonly bucket_min: number; readonly bucket_max: number };

/** Which buckets are owned, dynamically or pinned. */
export const RANGE_COLUMN: Column<Owned> = {
  key: 'range',
  head: 'Range',
  align: 'right',
  cell: ({ bucket_min, bucket_max }) => formatBuckets({ min: bucket_min, max: bucket_max }),
};
