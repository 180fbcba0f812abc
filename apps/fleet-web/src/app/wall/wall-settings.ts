/** What the address asks of a wall screen. */
export type WallSettings = {
  /** How much larger the type is than on a screen seen from three metres. */
  readonly scale: number;
  /** Whether to beep when the fleet turns red. */
  readonly sound: boolean;
  /** Whether to keep the screen from going dark. */
  readonly awake: boolean;
};

const LEAST_SCALE = 1;
const MOST_SCALE = 2;

/** The wall's settings when the address asks for a wall, else null. What makes no sense is left at its default. */
export function wallSettings(search: string): WallSettings | null {
  const asked = new URLSearchParams(search);
  if (asked.get('wall') !== '1') return null;
  return {
    scale: scaleOf(asked.get('scale')),
    sound: asked.get('sound') === '1',
    awake: asked.get('awake') === '1',
  };
}

function scaleOf(text: string | null): number {
  const scale = Number(text ?? LEAST_SCALE);
  return scale >= LEAST_SCALE && scale <= MOST_SCALE ? scale : LEAST_SCALE;
}
