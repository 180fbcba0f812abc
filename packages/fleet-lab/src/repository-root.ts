import { fileURLToPath } from 'node:url';

/** Absolute path of the repository, whether this runs from src or from dist. */
export const REPOSITORY_ROOT = fileURLToPath(new URL('../../../', import.meta.url));
