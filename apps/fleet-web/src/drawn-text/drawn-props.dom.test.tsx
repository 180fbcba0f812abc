import { cleanup, render } from '@testing-library/react';
import { Fragment } from 'react';
import { afterEach, expect, it } from 'vitest';
import { drawnProps } from './drawn-props.ts';

afterEach(cleanup);

const TWIN = 'jetmon-a\u200b';
const HEBREW = 'שרת-1';
const htmlOf = (element: React.ReactNode) => render(element).container.innerHTML;

it('shows what is unseen in a text, wherever it stands in an element', () => {
  const shown = 'jetmon-a\\u200b';
  expect(htmlOf(<p>{TWIN}</p>)).toBe(`<p>${shown}</p>`);
  expect(
    htmlOf(
      <p>
        on {TWIN}: <b>{[TWIN, ' ', TWIN]}</b>
      </p>,
    ),
  ).toBe(`<p>on ${shown}: <b>${shown} ${shown}</b></p>`);
  expect(htmlOf(<Fragment key="a">{TWIN}</Fragment>)).toBe(shown);
  const list = <ul title={TWIN} aria-label={TWIN} />;
  expect(htmlOf(list)).toBe(`<ul title="${shown}" aria-label="${shown}"></ul>`);
});

it('passes names on to components, links, values and ids as they are', () => {
  const passed: unknown[] = [];
  function Inner({ name, children }: { readonly name: string; readonly children: string }) {
    passed.push(name, children);
    return null;
  }
  render(<Inner name={TWIN}>{TWIN}</Inner>);
  expect(new Set(passed)).toEqual(new Set([TWIN]));
  const html = htmlOf(<input id={TWIN} defaultValue={TWIN} data-process={TWIN} />);
  expect(html).toBe(`<input id="${TWIN}" data-process="${TWIN}" value="${TWIN}">`);
});

it('breaks lines where text is laid out in lines, and shows the breaks elsewhere', () => {
  expect(htmlOf(<pre>{'a\n\tb'}</pre>)).toBe('<pre>a\n\\u0009b</pre>');
  expect(htmlOf(<p>{'a\nb'}</p>)).toBe('<p>a\\nb</p>');
});

it('keeps a name that is written from right to left to itself, so that it moves nothing beside it', () => {
  expect(htmlOf(<p>Do not advance: {`${HEBREW}, 14m late`}</p>)).toBe(
    `<p>Do not advance: <bdi dir="ltr">${HEBREW}</bdi>, 14m late</p>`,
  );
  expect(htmlOf(<p>{HEBREW}</p>)).toBe(`<p><bdi dir="ltr">${HEBREW}</bdi></p>`);
});

it('draws nothing but text where nothing else may stand', () => {
  const html = htmlOf(
    <svg aria-hidden>
      <text>{`${HEBREW}${TWIN}`}</text>
    </svg>,
  );
  expect(html).toBe(`<svg aria-hidden="true"><text>${HEBREW}jetmon-a\\u200b</text></svg>`);
});

it.each([
  [{ children: 'OK' }],
  [{ children: ['jetmon-a', 3, null, ['b']], title: 'a' }],
  [{ children: undefined }],
])('gives back the same object where nothing differs: %j', (props) => {
  expect(drawnProps('p', props)).toBe(props);
  expect(drawnProps(Fragment, props)).toBe(props);
});
