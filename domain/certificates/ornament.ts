export type Point = readonly [x: number, y: number];
/** Closed lines, filled; a hole goes round the other way. */
export type Shape = readonly (readonly Point[])[];

export const rectangle = (x: number, y: number, width: number, height: number): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];

/** A frame of a thickness, `inset` from the edges of a sheet: four bars. */
export function frame(width: number, height: number, inset: number, thickness: number): Shape[] {
  const [across, down] = [width - 2 * inset, height - 2 * inset];
  return [
    [rectangle(inset, inset, across, thickness)],
    [rectangle(inset, height - inset - thickness, across, thickness)],
    [rectangle(inset, inset + thickness, thickness, down - 2 * thickness)],
    [rectangle(width - inset - thickness, inset + thickness, thickness, down - 2 * thickness)],
  ];
}

/** Angles one within the other and a square, in every corner. */
export function corners(width: number, height: number, inset: number): Shape[] {
  const angle = (offset: number, length: number): Point[][] => [
    rectangle(offset, offset, length, 1.6),
    rectangle(offset, offset + 1.6, 1.6, length - 1.6),
  ];
  const one = [...angle(0, 46), ...angle(6, 30), ...angle(12, 16), rectangle(18, 18, 5, 5)];
  const at = (place: (point: Point) => Point, isMirrored: boolean): Shape =>
    one.map((ring) => (isMirrored ? ring.map(place).reverse() : ring.map(place)));
  return [
    at(([x, y]) => [inset + x, inset + y], false),
    at(([x, y]) => [width - inset - x, inset + y], true),
    at(([x, y]) => [inset + x, height - inset - y], true),
    at(([x, y]) => [width - inset - x, height - inset - y], false),
  ];
}

/** A thin line with a diamond in the middle. */
export function divider(x: number, y: number, half: number): Shape {
  return [
    rectangle(x - half, y - 0.4, half - 12, 0.8),
    rectangle(x + 12, y - 0.4, half - 12, 0.8),
    [
      [x, y - 5],
      [x + 5, y],
      [x, y + 5],
      [x - 5, y],
    ],
  ];
}

/** A ring that waves, as on banknotes. */
export function wavyRing(x: number, y: number, radius: number, wave: Readonly<{ height: number; times: number; turn: number }>): Shape {
  const steps = 320;
  const line = (around: number): Point[] =>
    Array.from({ length: steps }, (_, step) => {
      const angle = (2 * Math.PI * step) / steps;
      const reach = around + wave.height * Math.sin(wave.times * angle + wave.turn);
      return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    });
  return [line(radius + 0.55), line(radius - 0.55).reverse()];
}

/** The dark modules of a QR code, a run at a time, in a square of `side` points. */
export function qrShape(modules: readonly (readonly boolean[])[], x: number, y: number, side: number): Shape {
  const size = side / modules.length;
  return modules.flatMap((row, at) => {
    const runs: Point[][] = [];
    for (let from = 0; from < row.length; from++) {
      if (!row[from]) continue;
      let to = from;
      while (row[to + 1]) to++;
      runs.push(rectangle(x + from * size, y + at * size, (to - from + 1) * size, size));
      from = to;
    }
    return runs;
  });
}
