import type { Point, Shape } from "#domain/certificates/ornament.ts";

/** A picture in the making: three bytes a pixel, rows from the top. */
export type Canvas = Readonly<{ width: number; height: number; pixels: Uint8Array }>;

export const canvasOf = (width: number, height: number): Canvas => ({
  width,
  height,
  pixels: new Uint8Array(width * height * 3).fill(255),
});

/**
 * Adds to `cover` how much the area to the right of a line changes, cell by cell (signed area, as in font-rs): summed along a row it
 * is the part of each pixel that the closed lines cover.
 */
function addLine(cover: Float32Array, width: number, height: number, [x0, y0]: Point, [x1, y1]: Point): void {
  if (y0 === y1) return;
  const direction = y0 < y1 ? 1 : -1;
  const [topX, topY, bottomX, bottomY] = y0 < y1 ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
  const slope = (bottomX - topX) / (bottomY - topY);
  let x = topY < 0 ? topX - topY * slope : topX;
  for (let row = Math.max(0, Math.floor(topY)); row < Math.min(height, Math.ceil(bottomY)); row++) {
    const dy = Math.min(row + 1, bottomY) - Math.max(row, topY);
    const next = x + slope * dy;
    addSpan(cover, row * width, width, direction * dy, Math.min(x, next), Math.max(x, next));
    x = next;
  }
}

function addSpan(cover: Float32Array, row: number, width: number, area: number, left: number, right: number): void {
  const add = (column: number, value: number): void => {
    const at = row + Math.max(0, column);
    if (column < width) cover[at] = (cover[at] ?? 0) + value;
  };
  const first = Math.floor(left);
  const last = Math.ceil(right);
  if (last <= first + 1) {
    const middle = (left + right) / 2 - first;
    add(first, area * (1 - middle));
    add(first + 1, area * middle);
    return;
  }
  const share = 1 / (right - left);
  const start = left - first;
  const head = 0.5 * share * (1 - start) ** 2;
  const tail = 0.5 * share * (right - last + 1) ** 2;
  add(first, area * head);
  if (last === first + 2) add(first + 1, area * (1 - head - tail));
  else {
    const second = share * (1.5 - start);
    add(first + 1, area * (second - head));
    for (let column = first + 2; column < last - 1; column++) add(column, area * share);
    add(last - 1, area * (1 - (second + (last - first - 3) * share) - tail));
  }
  add(last, area * tail);
}

function boundsOf(shape: Shape, canvas: Canvas): { left: number; top: number; width: number; height: number } | null {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const ring of shape)
    for (const [x, y] of ring) {
      [left, top] = [Math.min(left, x), Math.min(top, y)];
      [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
    }
  [left, top] = [Math.max(0, Math.floor(left)), Math.max(0, Math.floor(top))];
  [right, bottom] = [Math.min(canvas.width, Math.ceil(right) + 2), Math.min(canvas.height, Math.ceil(bottom) + 1)];
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : null;
}

/** Fills closed lines, given in pixels, with a colour, smoothly at the edges. */
export function fillShape(canvas: Canvas, shape: Shape, color: string): void {
  const box = boundsOf(shape, canvas);
  if (!box) return;
  const cover = new Float32Array(box.width * box.height);
  const moved = ([x, y]: Point): Point => [x - box.left, y - box.top];
  for (const ring of shape)
    for (const [at, point] of ring.entries())
      addLine(cover, box.width, box.height, moved(point), moved(ring[(at + 1) % ring.length] ?? point));
  const ink = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  for (let row = 0; row < box.height; row++) {
    let sum = 0;
    for (let column = 0; column < box.width; column++) {
      sum += cover[row * box.width + column] ?? 0;
      const share = Math.min(1, Math.abs(sum));
      if (share < 0.004) continue;
      const at = ((box.top + row) * canvas.width + box.left + column) * 3;
      for (const channel of [0, 1, 2]) {
        const under = canvas.pixels[at + channel] ?? 255;
        canvas.pixels[at + channel] = Math.round(under + ((ink[channel] ?? 0) - under) * share);
      }
    }
  }
}
