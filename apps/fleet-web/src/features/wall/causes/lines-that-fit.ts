/** How many of `count` lines to show where `room` fit. A line is kept free to say how many more there are. */
export function linesThatFit(count: number, room: number): number {
  if (count <= room) return count;
  return Math.max(0, room - 1);
}
