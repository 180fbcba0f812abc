import { useEffect } from 'react';
import type { Verdict } from '../verdict.ts';
import { FAVICONS } from './favicon.ts';

/** Makes the tab tell the verdict while another tab is in front. */
export function useTab({ title, face }: Verdict): void {
  useEffect(() => {
    document.title = title;
  }, [title]);

  useEffect(() => {
    document.querySelector('link[rel="icon"]')?.setAttribute('href', FAVICONS[face.token]);
  }, [face.token]);
}
