const SEEN_FROM_AFAR = { width: 1920, height: 1080 };

/** The wall's smallest type, in the units that everything on it is measured in. */
export const LEAST_TYPE = 24;

/** The length of one unit in CSS pixels: one on a full-HD screen, more on a larger one, never less. */
export function wallUnit(screen: { readonly width: number; readonly height: number }, scale: number): number {
  const { width, height } = SEEN_FROM_AFAR;
  return Math.max(1, Math.min(screen.width / width, screen.height / height)) * scale;
}
