import { codesPage } from './codes-page.ts';
import { configurationPage } from './configuration-page.ts';
import { fieldsPage } from './fields-page.ts';
import { scenariosPage } from './scenarios-page.ts';

/** The pages that are made from the code, by their path from the repository. */
export const WRITTEN_PAGES: Readonly<Record<string, () => string>> = {
  'docs/api-fields.md': fieldsPage,
  'docs/codes.md': codesPage,
  'docs/configuration.md': configurationPage,
  'docs/scenarios.md': scenariosPage,
};
