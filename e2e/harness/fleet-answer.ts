/**
 * The API's answer with the fleet, at its address. Asks again while there is none: the first read of a busy machine may take
 * longer than the API allows it, and is answered with a 503.
 */
export async function fleetAnswer(url: string): Promise<Response> {
  for (;;) {
    const response = await fetch(`${url}/api/fleet`);
    if (response.status !== 503) return response;
    await response.arrayBuffer();
  }
}
