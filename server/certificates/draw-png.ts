import type { Mark } from "#domain/certificates/layout.ts";
import type { Point, Shape } from "#domain/certificates/ornament.ts";
import { encodePng } from "./encode-png.ts";
import type { Font, Glyph } from "./open-font.ts";
import { canvasOf, fillShape } from "./rasterise.ts";

/** Pixels a point: sharp on a phone held close, and when it is printed small. */
const SCALE = 2;
const CURVE_STEPS = 6;

const along = (points: readonly Point[], t: number): Point => {
  if (points.length === 1) return points[0] as Point;
  const next = points.slice(1).map(([x, y], at): Point => {
    const [fromX, fromY] = points[at] as Point;
    return [fromX + (x - fromX) * t, fromY + (y - fromY) * t];
  });
  return along(next, t);
};

/** The outline of a glyph as closed lines, in font units. */
function outlineOf(glyph: Glyph): Point[][] {
  const rings: Point[][] = [];
  for (const { command, args } of glyph.path.commands) {
    const points = Array.from({ length: args.length / 2 }, (_, at): Point => [args[2 * at] ?? 0, args[2 * at + 1] ?? 0]);
    if (command === "moveTo") rings.push(points);
    const ring = rings.at(-1);
    const from = ring?.at(-1);
    if (!ring || !from || command === "moveTo" || command === "closePath") continue;
    if (command === "lineTo") ring.push(...points);
    else for (let step = 1; step <= CURVE_STEPS; step++) ring.push(along([from, ...points], step / CURVE_STEPS));
  }
  return rings;
}

/** The glyphs of a text as shapes in pixels. Strokes are thickened by setting every glyph again beside itself. */
function shapesOf({ text, x, y, size, weight }: Extract<Mark, { kind: "text" }>, font: Font): Shape[] {
  const { glyphs, positions } = font.layout(text);
  const scale = (size * SCALE) / font.unitsPerEm;
  const shifts = weight > 0 ? [-weight / 2, 0, weight / 2] : [0];
  let at = x * SCALE;
  return glyphs.flatMap((glyph, place) => {
    const outline = outlineOf(glyph);
    const shapes = shifts.map((shift) =>
      outline.map((ring) => ring.map(([gx, gy]): Point => [at + gx * scale + shift * SCALE, y * SCALE - gy * scale])),
    );
    at += (positions[place]?.xAdvance ?? 0) * scale;
    return shapes;
  });
}

/** Marks on a sheet as a picture, to be kept on a phone by a long press. */
export async function drawPng(marks: readonly Mark[], sheet: Readonly<{ width: number; height: number }>, font: Font): Promise<Uint8Array> {
  const canvas = canvasOf(sheet.width * SCALE, sheet.height * SCALE);
  for (const mark of marks) {
    if (mark.kind === "text") for (const shape of shapesOf(mark, font)) fillShape(canvas, shape, mark.color);
    else
      fillShape(
        canvas,
        mark.shape.map((ring) => ring.map(([x, y]): Point => [x * SCALE, y * SCALE])),
        mark.color,
      );
  }
  return encodePng(canvas);
}
