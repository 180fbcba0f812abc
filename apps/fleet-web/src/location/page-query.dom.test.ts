import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { changeQuery, closeInQuery } from './page-query.ts';

let back = vi.spyOn(history, 'back');

beforeEach(() => {
  history.replaceState(null, '', '/fleet');
  back = vi.spyOn(history, 'back').mockReturnValue();
});

// Whatever was to come does.
afterEach(() => window.dispatchEvent(new PopStateEvent('popstate')));

const address = () => window.location.pathname + window.location.search + window.location.hash;

it('opening adds to the history, changing in place does not', () => {
  const { length } = history;
  changeQuery({ filter: 'eu' });
  expect(history.length).toBe(length);
  changeQuery({ p: 'jetmon-a:monitor' }, { push: true });
  expect(history.length).toBe(length + 1);
  expect(address()).toBe('/fleet?filter=eu&p=jetmon-a:monitor');
});

it('opening what is open adds nothing', () => {
  changeQuery({ p: 'jetmon-a:monitor' }, { push: true });
  const { length } = history;
  changeQuery({ p: 'jetmon-a:monitor' }, { push: true });
  expect(history.length).toBe(length);
});

it('closing goes back to where it was opened', () => {
  changeQuery({ p: 'jetmon-a:monitor' }, { push: true });
  closeInQuery({ p: null });
  expect(back).toHaveBeenCalledOnce();
});

it('closing twice goes back once, however long the browser takes for it', () => {
  changeQuery({ p: 'jetmon-a:monitor' }, { push: true });
  closeInQuery({ p: null });
  closeInQuery({ p: null });
  expect(back).toHaveBeenCalledOnce();
});

it('closing stays where it is when something else has been asked for since', () => {
  changeQuery({ p: 'jetmon-a:monitor' }, { push: true });
  changeQuery({ filter: 'eu' });
  closeInQuery({ p: null });
  expect(back).not.toHaveBeenCalled();
  expect(address()).toBe('/fleet?filter=eu');
});

it('closing what a link has opened leaves no page but this', () => {
  history.replaceState(null, '', '/fleet?p=jetmon-a:monitor#processes');
  closeInQuery({ p: null });
  expect(back).not.toHaveBeenCalled();
  expect(address()).toBe('/fleet#processes');
});
