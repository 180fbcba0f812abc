import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import { onTestFinished } from 'vitest';
import { FleetPage } from '../app/page/fleet-page.tsx';

/** Renders the whole page with a cache of its own, and takes it down after the test. */
export function renderFleet(): void {
  const client = new QueryClient();
  onTestFinished(() => {
    cleanup();
    client.clear();
  });
  render(
    <QueryClientProvider client={client}>
      <FleetPage />
    </QueryClientProvider>,
  );
}
