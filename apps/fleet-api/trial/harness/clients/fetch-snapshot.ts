import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';

/** The snapshot that an API answers with. Rejects at any other answer. */
export async function fetchSnapshot(api: { readonly url: string }): Promise<FleetSnapshot> {
  const response = await fetch(`${api.url}/api/fleet`);
  if (response.status !== 200) throw new Error(`answered with ${response.status}: ${await response.text()}`);
  return FleetSnapshot.parse(await response.json());
}
