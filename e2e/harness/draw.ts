/** So many of them, drawn at random without laying any back; the same seed draws the same. */
export function draw<Item>(items: readonly Item[], count: number, seed: number): Item[] {
  const left = [...items];
  const drawn: Item[] = [];
  let state = seed;
  while (drawn.length < count && left.length > 0) {
    state = (state * 48_271) % 2_147_483_647;
    drawn.push(...left.splice(state % left.length, 1));
  }
  return drawn;
}
