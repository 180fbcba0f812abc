import type { ReactNode } from 'react';
import { wallSettings } from './wall/wall-settings.ts';

/** The view that the address asks for: the page to work with, or the wall to look up at. Neither loads the other's code. */
export async function openView(search: string): Promise<ReactNode> {
  const wall = wallSettings(search);
  if (wall === null) {
    const { FleetPage } = await import('./page/fleet-page.tsx');
    return <FleetPage />;
  }
  const { WallPage } = await import('./wall/wall-page.tsx');
  return <WallPage settings={wall} />;
}
