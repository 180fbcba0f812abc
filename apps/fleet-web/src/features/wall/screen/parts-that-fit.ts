/** Which parts of these heights are shown one below the other where `room` is left, each with a gap: the first ones first. */
export function partsThatFit(heights: readonly number[], room: number, gap: number): boolean[] {
  let left = room;
  return heights.map((height) => {
    const fits = height + gap <= left;
    if (fits) left -= height + gap;
    return fits;
  });
}
