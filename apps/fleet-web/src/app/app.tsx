import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { FleetPage } from './page/fleet-page.tsx';
import { WallPage } from './wall/wall-page.tsx';
import { wallSettings } from './wall/wall-settings.ts';

/** The page with what it needs around it: the one to work with, or the one to look up at. */
export function App() {
  const [client] = useState(() => new QueryClient());
  const [wall] = useState(() => wallSettings(location.search));
  return (
    <QueryClientProvider client={client}>
      {wall === null ? <FleetPage /> : <WallPage settings={wall} />}
    </QueryClientProvider>
  );
}
