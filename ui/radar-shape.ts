/** A point so far out on an axis, the axes going clockwise from the top. */
export function radarPoint(axis: number, of: number, far: number): [x: number, y: number] {
  const turn = (axis / of) * 2 * Math.PI - Math.PI / 2;
  return [far * Math.cos(turn), far * Math.sin(turn)];
}

/** Points as SVG writes them. */
export const pointsOf = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
