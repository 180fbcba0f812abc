import { writeText } from '../pages.ts';
import { WRITTEN_PAGES } from './written-pages.ts';

for (const [path, text] of Object.entries(WRITTEN_PAGES)) writeText(path, text());
