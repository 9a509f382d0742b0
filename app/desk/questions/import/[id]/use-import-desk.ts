import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Posted, postJson, type Refused } from "#app/desk/post-json.ts";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import type { RowFilter } from "#server/question-imports/import-rows.ts";
import type { ImportRow } from "#server/question-imports/import-schemas.ts";

/** What a row was mended with: cells by their field, the lines of text, or the whole question. */
export type Mending = Readonly<{ cells: Readonly<Record<string, string>> }> | Readonly<{ text: string }> | Readonly<{ question: object }>;
export type ImportDeskState = ReturnType<typeof useImportDesk>;
type Given = Readonly<{ id: number; revision: number; rows: readonly ImportRow[] }>;

/** The rows on the screen and what is done to them. A mended row stays in view, although its filter would not show it any more. */
export function useImportDesk({ id, revision: given, rows: listed }: Given) {
  const { refresh } = useRouter();
  const [kept, setKept] = useState<ReadonlyMap<number, ImportRow>>(new Map());
  const [known, setKnown] = useState(given);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState<number | "all" | null>(null);
  const { whole } = useRefusedWords(refused);
  const revision = Math.max(given, known);

  /** Sends one change at a time; what the page counts is asked for again after it. */
  async function send<T extends { revision: number }>(mark: number | "all", path: string, body: object): Promise<Posted<T> | null> {
    if (busy !== null) return null;
    setBusy(mark);
    setRefused(null);
    const posted = await postJson<T>(`/api/desk/question-imports/${id}/${path}`, { revision, ...body });
    setBusy(null);
    if (posted.ok) {
      setKnown(posted.value.revision);
      refresh();
    }
    return posted;
  }

  /** Mends a row; the answer says what is still wrong, or why it could not be read. */
  async function mend(place: number, mending: Mending): Promise<Posted<{ row: ImportRow }> | null> {
    const posted = await send<{ revision: number; row: ImportRow }>(place, `rows/${place}`, mending);
    if (posted?.ok) setKept((before) => new Map(before).set(place, posted.value.row));
    return posted;
  }
  async function choose(row: ImportRow, choice: ImportRow["choice"]): Promise<void> {
    const posted = await send(row.place, "choose", { rows: [row.place], choice });
    if (posted?.ok) setKept((before) => new Map(before).set(row.place, { ...row, choice }));
    else if (posted) setRefused(posted.refused);
  }
  async function chooseAll(rows: RowFilter, choice: ImportRow["choice"]): Promise<void> {
    const posted = await send("all", "choose", { rows, choice });
    if (posted?.ok) setKept(new Map());
    else if (posted) setRefused(posted.refused);
  }

  const others = [...kept.values()].filter(({ place }) => !listed.some((row) => row.place === place));
  const shown = [...listed.map((row) => kept.get(row.place) ?? row), ...others].sort((one, other) => one.place - other.place);
  return { rows: shown, revision, whole, busy, mend, choose, chooseAll, isMended: (place: number) => kept.has(place) };
}
