const THEMES = ['dark', 'light'] as const;

/** The theme that the address forces, or null where it leaves the choice to the system. */
export function forcedTheme(search: string): (typeof THEMES)[number] | null {
  const asked = new URLSearchParams(search).get('theme');
  return THEMES.find((theme) => theme === asked) ?? null;
}
