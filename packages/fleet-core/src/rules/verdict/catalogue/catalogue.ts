import type { IssueCode } from '../../../contract/issue.ts';
import { DELIVERY_CODES } from './delivery-codes.ts';
import type { CatalogueEntry } from './entry.ts';
import { OWNERSHIP_CODES } from './ownership-codes.ts';
import { PROCESS_CODES } from './process-codes.ts';
import { SITE_CODES } from './site-codes.ts';

/** Every issue code there is; the compiler asks for what is missing. */
export const CATALOGUE: Readonly<Record<IssueCode, CatalogueEntry>> = {
  ...PROCESS_CODES,
  ...OWNERSHIP_CODES,
  ...SITE_CODES,
  ...DELIVERY_CODES,
};
