import type { DriftRule } from 'fleet-core/contract/projection-drift';
import type { SiteList, SiteRange } from 'fleet-core/domain/projection';
import { listNamedSites, listSites } from 'fleet-core/rules/drift/site-lists';
import { driftRule } from 'fleet-core/sql/drift/indexed-drift-detail';
import { openHttpEvents } from 'fleet-core/sql/drift/open-http-events';
import type { TableNames } from 'fleet-core/sql/schema/table-names';
import type { Send } from '../../database/connection.ts';

/** By which rule drift is counted, and what is expected of the sites of a range. */
export type ExpectedSites = {
  readonly rule: DriftRule;
  readonly listsIn: (range: SiteRange) => Promise<readonly SiteList[]>;
};

/**
 * What the open events let expect, at the instant of a transaction. Events of blogs concern sites anywhere and are read at
 * once; those that name sites are read with the range that these are in, so that hundreds of thousands of them need
 * not be here before the first site is counted. `lastRule` spares the question by which rule where that was by pairs: all events
 * are read then, which tell it.
 */
export async function expectedSites(
  send: Send,
  { tables, hasEndpointIds }: { readonly tables: TableNames; readonly hasEndpointIds: boolean },
  lastRule: DriftRule | undefined,
): Promise<ExpectedSites> {
  const isBySites =
    hasEndpointIds && lastRule !== 'pairs' && (await send(driftRule(tables, hasEndpointIds))) === 'sites';
  if (isBySites) {
    const listsIn = async (range: SiteRange) =>
      listNamedSites(await send(openHttpEvents(tables, hasEndpointIds, range)));
    return { rule: 'sites', listsIn };
  }
  const { rule, lists } = listSites(await send(openHttpEvents(tables, hasEndpointIds)));
  return { rule, listsIn: async () => lists };
}
