import { changeQuery, currentQuery } from '../../location/page-query.ts';
import { choiceChanges } from './section-choice.ts';

/** Opens a section that is folded, as if somebody had clicked on it. It is drawn open with React's next commit. */
export function openSection(name: string): void {
  if (document.getElementById(name)?.dataset.open === 'false')
    changeQuery(choiceChanges(currentQuery(), name, 'open'));
}
