import { expect, it } from 'vitest';
import { forcedTheme } from './forced-theme.ts';

it('forces the theme that the address names, with and without the wall', () => {
  expect(forcedTheme('?theme=dark')).toBe('dark');
  expect(forcedTheme('?wall=1&theme=light')).toBe('light');
});

it('leaves the choice to the system for anything else', () => {
  for (const search of ['', '?theme', '?theme=DARK', '?theme=blue']) expect(forcedTheme(search)).toBeNull();
});
