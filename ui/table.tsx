import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type Direction = "ascending" | "descending" | "none";

export type Column<Row> = {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of the line. */
  readonly align?: "end";
  /** The cell that names the row: the heading of its card on a phone. */
  readonly main?: true;
  /** No label before the value on a card (actions, badges that speak for themselves). */
  readonly bare?: true;
  readonly sort?: { readonly href: string; readonly direction: Direction };
};

type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** What stands instead of the table when there is nothing: an `Empty`. */
  empty?: ReactNode;
  /** True for the row that is the reader's own. */
  isOwn?: (row: Row) => boolean;
};

const arrows = { ascending: ArrowUp, descending: ArrowDown, none: ArrowUpDown };

/**
 * A table that becomes cards on a phone; its head stays in sight while it scrolls. The roles are spelled out because the
 * card layout (`display: block`) makes browsers forget that it is a table.
 */
export function DataTable<Row>({ caption, columns, rows, keyOf, empty, isOwn }: Props<Row>): ReactNode {
  if (rows.length === 0 && empty) return empty;
  return (
    <div className="max-lg:overflow-x-auto">
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <table className="data-table" role="table">
        <caption className="sr-only">{caption}</caption>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <thead role="rowgroup">
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <tr role="row">
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <tbody role="rowgroup">
          {rows.map((row) => (
            // biome-ignore lint/a11y/noRedundantRoles: see above
            <tr key={keyOf(row)} role="row" className={classNames(isOwn?.(row) && "bg-seal-wash")}>
              {columns.map((column) => (
                <td
                  key={column.key}
                  // biome-ignore lint/a11y/noRedundantRoles: see above
                  role="cell"
                  data-label={column.head}
                  data-align={column.align}
                  data-main={column.main}
                  data-bare={column.bare}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>({ column }: { column: Column<Row> }): ReactNode {
  const Arrow = arrows[column.sort?.direction ?? "none"];
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see DataTable
    <th scope="col" role="columnheader" data-align={column.align} aria-sort={column.sort?.direction}>
      {column.sort ? (
        <Link href={column.sort.href} className="-my-3 inline-flex min-h-11 items-center gap-1 hover:text-ink">
          {column.head}
          <Arrow aria-hidden className="size-3.5" />
        </Link>
      ) : (
        column.head
      )}
    </th>
  );
}
