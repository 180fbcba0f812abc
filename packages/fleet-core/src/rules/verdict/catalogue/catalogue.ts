import type { IssueCode } from '../../../contract/issue.ts';
import { DELIVERY_CODES } from './delivery-codes.ts';
import { DEPENDENCY_CODES } from './dependency-codes.ts';
import type { CatalogueEntry } from './entry.ts';
import { HEARTBEAT_CODES } from './heartbeat-codes.ts';
import { LOCK_CODES } from './lock-codes.ts';
import { OWNERSHIP_CODES } from './ownership-codes.ts';
import { PINNED_CODES } from './pinned-codes.ts';
import { PLAN_CODES } from './plan-codes.ts';
import { PROCESS_CODES } from './process-codes.ts';
import { SITE_CODES } from './site-codes.ts';
import { VERIFLIER_CODES } from './veriflier-codes.ts';

/** Every issue code there is; the compiler asks for what is missing. */
export const CATALOGUE: Readonly<Record<IssueCode, CatalogueEntry>> = {
  ...PROCESS_CODES,
  ...HEARTBEAT_CODES,
  ...OWNERSHIP_CODES,
  ...PINNED_CODES,
  ...SITE_CODES,
  ...DELIVERY_CODES,
  ...DEPENDENCY_CODES,
  ...PLAN_CODES,
  ...VERIFLIER_CODES,
  ...LOCK_CODES,
};
