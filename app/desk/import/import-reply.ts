export type ImportKind = "people" | "branches";

type FromTo = Readonly<{ from: string; to: string }>;
export type RowProblem = Readonly<{ row: number; column: string; code: string; params: Readonly<Record<string, string | number>> }>;
/** A row of either list; what the other kind of list says is not there. */
export type ImportRow = Readonly<{
  row: number;
  staffNo?: string;
  code?: string;
  name?: string | FromTo | null;
  account?: string | null;
  tags?: readonly string[] | null;
  branchCode?: string;
  parentCode?: string | null;
  kind?: string | FromTo | null;
  fromCode?: string | null;
  toCode?: string;
}>;

/** What an import answers, tried or done. */
export type ImportReply = Readonly<{
  dryRun: boolean;
  committed: boolean;
  total: number;
  counts: Readonly<Record<"adds" | "changes" | "moves" | "same" | "problems", number>>;
  adds: readonly ImportRow[];
  changes: readonly ImportRow[];
  moves: readonly ImportRow[];
  problems: readonly RowProblem[];
}>;

export type ImportRefusal = Readonly<{ refused: string; params: Readonly<Record<string, string | number>> }>;

/** Sends the kept file. A dead line and an answer that is none are refusals too. */
export async function sendImport(kind: ImportKind, file: File, dryRun: boolean): Promise<ImportReply | ImportRefusal> {
  const body = new FormData();
  body.set("dryRun", String(dryRun));
  body.set("file", file);
  try {
    const reply = await fetch(`/api/desk/${kind}/import`, { method: "POST", headers: { accept: "application/json" }, body });
    const said: unknown = await reply.json().catch(() => null);
    return typeof said === "object" && said !== null ? (said as ImportReply | ImportRefusal) : { refused: "broken", params: {} };
  } catch {
    return { refused: "offline", params: {} };
  }
}
