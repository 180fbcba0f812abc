import { visibleText } from 'fleet-core/contract/visible-text';
import { useEffect } from 'react';
import type { Verdict } from '../verdict.ts';
import { FAVICONS } from './favicon.ts';

const ICON_AFTER_MS = 3_000;

/** Makes the tab tell the verdict while another tab is in front. */
export function useTab({ title, face }: Verdict): void {
  useEffect(() => {
    // While there is somebody to give it, and after the first screen: the icon that says that there is nobody any more.
    const timer = setTimeout(() => {
      new Image().src = FAVICONS.unknown;
    }, ICON_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => {
    document.title = visibleText(title);
  }, [title]);

  useEffect(() => {
    document.querySelector('link[rel="icon"]')?.setAttribute('href', FAVICONS[face.token]);
  }, [face.token]);
}
