import { useCallback, useContext, useEffect, useState } from 'react';
import { changeQuery, currentQuery, useQueryString } from '../../location/page-query.ts';
import { choiceChanges, readChoice } from './section-choice.ts';
import { StandingContext } from './standing.ts';

/**
 * Whether a section is open: as somebody chose, which the address says; else when the address leads to it; else as it wants
 * to be. What it wants counts anew when the page's verdict changes, so that no poll moves what is being read.
 */
export function useSection(name: string, wantsOpen: boolean) {
  const search = useQueryString();
  const standing = useContext(StandingContext);
  const [held, setHeld] = useState({ standing, wantsOpen });
  if (held.standing !== standing) setHeld({ standing, wantsOpen });
  const byItself = held.wantsOpen || isLedTo(name);
  const choice = readChoice(search, name);
  const isOpen = choice === null ? byItself : choice === 'open';

  const choose = useCallback(
    (open: boolean) => {
      const chosen = open ? 'open' : 'shut';
      changeQuery(choiceChanges(currentQuery(), name, open === byItself ? null : chosen));
    },
    [name, byItself],
  );
  useLinks(name, choose);
  return { isOpen, choose };
}

const isLedTo = (name: string) => window.location.hash === `#${name}`;

/** A link to a section opens it, also one that is followed again after it was shut. */
function useLinks(name: string, choose: (open: boolean) => void): void {
  useEffect(() => {
    const follow = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest('a') : null;
      if (link?.hash === `#${name}`) choose(true);
    };
    const arrive = () => {
      if (isLedTo(name)) choose(true);
    };
    document.addEventListener('click', follow);
    window.addEventListener('hashchange', arrive);
    return () => {
      document.removeEventListener('click', follow);
      window.removeEventListener('hashchange', arrive);
    };
  }, [name, choose]);
}
