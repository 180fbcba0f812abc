import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { FleetPage } from './fleet-page.tsx';

/** The page with what it needs around it. */
export function App() {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <FleetPage />
    </QueryClientProvider>
  );
}
