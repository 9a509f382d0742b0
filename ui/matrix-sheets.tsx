"use client";
import { type ReactNode, useEffect, useRef } from "react";

/** Columns beside the row's name that a sheet of A4 holds and still can be read. */
const A_SHEET = 8;

/** A copy of the table with its first column and the columns from `from` on, as many as a sheet holds. */
function sheetOf(table: HTMLTableElement, from: number): HTMLTableElement {
  const sheet = table.cloneNode(true) as HTMLTableElement;
  for (const row of sheet.rows) {
    for (const [at, cell] of [...row.cells].entries()) if (at !== 0 && (at < from || at >= from + A_SHEET)) cell.remove();
  }
  return sheet;
}

/** The table in sheets: each names its rows again, or the figures of the second sheet would belong to nobody. */
function sheetsOf(table: HTMLTableElement): HTMLTableElement[] {
  const columns = Math.max(0, ...[...table.rows].map((row) => row.cells.length));
  const starts = Array.from({ length: Math.ceil((columns - 1) / A_SHEET) }, (_, sheet) => 1 + sheet * A_SHEET);
  return starts.map((from) => sheetOf(table, from));
}

/** Where the sheets of a wide table stand while it is printed; on the screen there is nothing. */
export function MatrixSheets(): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const lay = (): void => {
      const table = place.current?.parentElement?.querySelector("table");
      const sheets = table ? sheetsOf(table) : [];
      // One sheet is the table itself.
      if (sheets.length > 1) place.current?.replaceChildren(...sheets);
    };
    const clear = (): void => place.current?.replaceChildren();
    window.addEventListener("beforeprint", lay);
    window.addEventListener("afterprint", clear);
    return () => {
      window.removeEventListener("beforeprint", lay);
      window.removeEventListener("afterprint", clear);
    };
  }, []);
  return <div ref={place} className="matrix-sheets" />;
}
