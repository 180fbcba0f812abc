import type { OpenHttpEvent } from '../../domain/projection.ts';

/** Whether two lists let expect the same of the same sites, in whatever order their events are. */
export function haveSameEvents(events: readonly OpenHttpEvent[], others: readonly OpenHttpEvent[]): boolean {
  return events.length === others.length && inOrder(events) === inOrder(others);
}

function inOrder(events: readonly OpenHttpEvent[]): string {
  return events
    .map(({ blog_id, endpoint_id, expected_status }) => `${blog_id} ${endpoint_id} ${expected_status}`)
    .sort()
    .join();
}
