import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render } from '@testing-library/react';
import { onTestFinished } from 'vitest';
import { FleetPage } from '../app/page/fleet-page.tsx';
// What the page loads late: loading takes time of the machine, and tests let only the page's own time pass.
import '../app/page/codes/asked-codes.tsx';
import '../app/page/drift/drift-sites.tsx';
import '../features/buckets/owners/bucket-owners.tsx';
import '../features/delivery/owner-table.tsx';
import '../features/dependencies/dependency-table.tsx';
import '../features/processes/processes.tsx';
import { changeQuery } from '../location/page-query.ts';

// No promise to anybody: what a busy machine may take for what it does in a moment.
configure({ asyncUtilTimeout: 20_000 });

/** Renders the whole page with a cache of its own and these sections open, and takes it down after the test. */
export function renderFleet(...open: readonly string[]): void {
  const client = new QueryClient();
  changeQuery({ open: open.join(',') || null });
  onTestFinished(() => {
    cleanup();
    client.clear();
    changeQuery({ open: null, shut: null, dialog: null, code: null });
  });
  render(
    <QueryClientProvider client={client}>
      <FleetPage />
    </QueryClientProvider>,
  );
}
