import { describe, expect, it } from 'vitest';
import { DOCS } from './docs.ts';
import { target } from './pages.ts';

const ELSEWHERE = /^[a-z]+:/;

describe.each([...DOCS])('%s', (path, { hrefs }) => {
  it('leads only to what is there', () => {
    const broken = hrefs.filter((href) => !ELSEWHERE.test(href) && !leads(path, href));
    expect(broken).toEqual([]);
  });
});

function leads(page: string, href: string): boolean {
  const [to = '', anchor] = href.split('#');
  const { path, isThere } = target(page, to);
  return isThere && (anchor === undefined || (DOCS.get(path)?.anchors.has(anchor) ?? false));
}
