import { expect, it } from 'vitest';
import { createKeptBody } from './kept-body.ts';

it('is the same body, with the same tag, as long as the same is told', () => {
  let told: unknown = { tables: 'jetmon' };
  const body = createKeptBody(() => told);
  const first = body();
  told = { tables: 'jetmon' };
  expect(body()).toBe(first);
  told = { tables: 'jetpack_monitor' };
  expect(body().identity.toString()).toBe('{"tables":"jetpack_monitor"}');
  expect(body().etag).not.toBe(first.etag);
});
