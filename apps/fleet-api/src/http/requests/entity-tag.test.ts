import { expect, it } from 'vitest';
import { namesEntityTag } from './entity-tag.ts';

const TAG = 'W/"abc-_1"';

it.each(['W/"abc-_1"', '"abc-_1"', '*', ' * ', '"x", W/"abc-_1"', 'W/"x","abc-_1"', '"a,b", "abc-_1"'])(
  '%s names the tag',
  (header) => {
    expect(namesEntityTag(header, TAG)).toBe(true);
  },
);

it.each(['', '"abc"', 'abc-_1', '"abc-_1', 'W/"abc-_12"', '"*"', '"x", "y"', '*, "x"', '"W/"abc-_1""'])(
  '%j does not',
  (header) => {
    expect(namesEntityTag(header, TAG)).toBe(false);
  },
);
