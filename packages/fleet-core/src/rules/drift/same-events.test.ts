import { expect, it } from 'vitest';
import type { OpenHttpEvent } from '../../domain/projection.ts';
import { haveSameEvents } from './same-events.ts';

const ofBlog: OpenHttpEvent = { blog_id: '7', endpoint_id: null, expected_status: 2 };
const ofSite: OpenHttpEvent = { blog_id: '7', endpoint_id: '70', expected_status: 2 };

it('events in another order are the same', () => {
  expect(haveSameEvents([], [])).toBe(true);
  expect(haveSameEvents([ofBlog, ofSite, ofSite], [ofSite, ofBlog, ofSite])).toBe(true);
});

it.each<[string, OpenHttpEvent[]]>([
  ['one is gone', [ofBlog]],
  ['one came', [ofBlog, ofSite, ofBlog]],
  ['one stands twice instead of another', [ofBlog, ofBlog]],
  ['one is of another blog', [ofBlog, { ...ofSite, blog_id: '8' }]],
  ['one is of another site', [ofBlog, { ...ofSite, endpoint_id: '71' }]],
  ['one is of the whole blog now', [ofBlog, { ...ofSite, endpoint_id: null }]],
  ['one lets expect another status', [ofBlog, { ...ofSite, expected_status: 0 }]],
])('where %s they are not', (_, others) => {
  expect(haveSameEvents([ofBlog, ofSite], others)).toBe(false);
});
