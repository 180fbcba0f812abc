import type { FaceToken } from '../../components/status-face.ts';
import amber from './favicons/amber.svg?url';
import planned from './favicons/as-planned.svg?url';
import loading from './favicons/loading.svg?url';
import muted from './favicons/muted.svg?url';
import noData from './favicons/no-data.svg?url';
import ok from './favicons/ok.svg?url';
import red from './favicons/red.svg?url';

/** The tab's icon for each look of the verdict; each has its own shape. */
export const FAVICONS: Record<FaceToken, string> = {
  ok,
  planned,
  muted,
  amber,
  red,
  stale: red,
  unknown: noData,
  loading,
};
