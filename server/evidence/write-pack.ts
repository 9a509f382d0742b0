import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { ZipFile } from "#server/printing/write-zip.ts";
import { type Listed, MANIFEST_NAME, manifestOf } from "./manifest.ts";
import { NUMBERS, PACKED_TABLES, type PackedTable } from "./pack-contents.ts";
import { promotionLines } from "./pack-promotions.ts";
import { readme } from "./readme.ts";
import { rulesText } from "./rules-text.ts";

/** So many people, entries or attempts are in memory at a time. */
const AT_ONCE = 200;

export type WrittenPack = Readonly<{ root: string; size: number; files: number }>;
type Progress = (share: number) => Promise<void>;

async function writeRows(tx: Tx, zip: ZipFile, rows: ReturnType<typeof sql>, wanted: ReturnType<typeof sql>): Promise<void> {
  const found = await tx.execute<{ line: string }>(
    sql`with wanted as (${wanted}), found as (${rows}) select to_jsonb(f)::text as line from found f`,
  );
  if (found.rows.length > 0) await zip.write(`${found.rows.map(({ line }) => line).join("\n")}\n`);
}

async function writeTable(tx: Tx, zip: ZipFile, table: PackedTable, subjectId: number): Promise<void> {
  await zip.begin(table.name);
  if ("whole" in table) return writeRows(tx, zip, table.whole(subjectId), sql`select 1`);
  const { rows } = await tx.execute<{ id: string }>(NUMBERS[table.of](subjectId));
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const ids = rows.slice(from, from + AT_ONCE).map(({ id }) => Number(id));
    const wanted = sql`select unnest(${sql.param(ids)}::bigint[]) as id, ${subjectId}::bigint as contest`;
    await writeRows(tx, zip, table.rows(sql`(select id from wanted)`), wanted);
  }
}

/** Writes tables a part at a time, telling how far it is. */
export async function writeTables(tx: Tx, zip: ZipFile, tables: readonly PackedTable[], id: number, progressed: Progress): Promise<void> {
  for (const [at, table] of tables.entries()) {
    await writeTable(tx, zip, table, id);
    await progressed((at + 1) / (tables.length + 2));
  }
}

/** Ends a pack: the manifest comes last and lists the hash of every file. */
export async function endPack(zip: ZipFile, subject: Omit<Listed, "files">): Promise<WrittenPack> {
  const files = [...(await zip.listed())];
  const { text, root } = manifestOf({ ...subject, files });
  await zip.add(MANIFEST_NAME, text, true);
  return { root, size: await zip.finish(), files: files.length + 1 };
}

/** Every board that was kept, as it was kept: one at a time. */
async function writeBoards(tx: Tx, zip: ZipFile, contestId: number): Promise<void> {
  const kept = await tx.execute<{ id: string; moment: string }>(
    sql`select id, moment from board_snapshots where contest_id = ${contestId} order by id`,
  );
  for (const { id, moment } of kept.rows) {
    await zip.begin(`boards/${moment}-${id}.json`);
    const board = await tx.execute<{ text: string }>(
      sql`select jsonb_build_object('moment', moment, 'ruling_id', ruling_id, 'sanction_id', sanction_id, 'revision', revision, 'taken_at', taken_at, 'inputs', inputs, 'teams', teams, 'rows', rows)::text as text from board_snapshots where id = ${id}`,
    );
    await zip.write(`${board.rows[0]?.text ?? ""}\n`);
  }
}

/**
 * Writes everything about a contest into a zip at `path`, as of one instant (the transaction is a snapshot): a part at a time, so that a
 * contest of a hundred thousand needs no more memory than one of ten. The manifest comes last and lists the hash of every file.
 */
export async function writePack(tx: Tx, contest: ContestSubject, path: string, now: Date, progressed: Progress): Promise<WrittenPack> {
  const zip = new ZipFile(path);
  const { id, slug, title } = contest;
  await zip.add("README.txt", readme(contest, now));
  const { isInvited: _isInvited, ...printed } = contest;
  await zip.add("contest.json", `${JSON.stringify(printed, null, 1)}\n`);
  await zip.add("rules.txt", rulesText(contest));
  await writeTables(tx, zip, PACKED_TABLES, id, progressed);
  await zip.add("promotions.jsonl", (await promotionLines(tx, id)).map((line) => `${line}\n`).join(""));
  await writeBoards(tx, zip, id);
  return endPack(zip, { contest: { id, slug, title }, madeAt: now.toISOString() });
}
