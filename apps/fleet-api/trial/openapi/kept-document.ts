import { join } from 'node:path';
import { REPOSITORY_ROOT } from 'fleet-lab/repository-root';

/** The description that readers have, and that is served. */
export const KEPT_DOCUMENT = join(REPOSITORY_ROOT, 'docs/openapi.json');
