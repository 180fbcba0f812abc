import type { ComponentProps, MouseEvent } from 'react';
import { changeQuery } from './page-query.ts';
import { changedQuery, type QueryChanges } from './query-string.ts';
import { leadTo } from './section-in-view.ts';

/** A place of the page: what its address says, and the section to look at. */
export type PagePlace = { readonly changes: QueryChanges; readonly section?: string | undefined };

type Props = Omit<ComponentProps<'a'>, 'href' | 'onClick'> & { readonly to: PagePlace };

/** A link to a place of the page. A click keeps what else is asked for; what is copied or opened elsewhere says no more than the place. */
export function PageLink({ to, ...rest }: Props) {
  return <a {...rest} href={placeAddress(to)} onClick={(event) => followsClick(event) && goTo(to)} />;
}

/** The address of a place, as it can be passed on. */
export function placeAddress({ changes, section }: PagePlace): string {
  const { pathname } = window.location;
  return `${pathname}${changedQuery('', changes)}${section === undefined ? '' : `#${section}`}`;
}

/** Goes to a place of the page; Back leads to where one was. */
function goTo({ changes, section }: PagePlace): void {
  changeQuery(changes, { push: true, ...(section !== undefined && { section }) });
  if (section !== undefined) leadTo(section);
}

/** Whether the page itself follows a click on a link, which the browser then does not: not one that asks for another tab. */
export function followsClick(event: MouseEvent): boolean {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  event.preventDefault();
  return true;
}
