import type { ReactNode } from "react";

type Props = {
  /** Rows of modules, dark = true, without the quiet border (uqr's `encode(text, { border: 0 }).data`). */
  modules: readonly (readonly boolean[])[];
  label: string;
  caption?: ReactNode;
};

const quiet = 4;

/** One path for all dark modules, a run at a time. */
function pathOf(modules: Props["modules"]): string {
  const runs: string[] = [];
  modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      const length = x - from + 1;
      runs.push(`M${from + quiet} ${y + quiet}h${length}v1h-${length}z`);
    }
  });
  return runs.join("");
}

/** A QR code. Black on white in every theme, with its quiet border: cameras need both. */
export function Qr({ modules, label, caption }: Props): ReactNode {
  const side = modules.length + 2 * quiet;
  return (
    <figure className="inline-grid justify-items-center gap-2">
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${side} ${side}`}
        shapeRendering="crispEdges"
        className="w-48 max-w-full rounded-md border border-line"
      >
        <rect width={side} height={side} fill="#ffffff" />
        <path d={pathOf(modules)} fill="#000000" />
      </svg>
      {caption && <figcaption className="text-muted text-sm">{caption}</figcaption>}
    </figure>
  );
}
