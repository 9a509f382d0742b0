import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import Papa from "papaparse";
import type { Tx } from "#db/client.ts";
import { branches, offices, organisation, people } from "#db/schema/people.ts";
import type { OfficeName } from "#domain/people/offices.ts";
import { pinyinOf } from "#server/people/pinyin-of.ts";

export type DemoPerson = { account: string; name: string; branch: string; office: OfficeName | null; over: string };

/** The demo accounts of decision 10: who they are, where they belong, which office they hold over which branch. Nobody is real. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { account: "member01", name: "苏知微", branch: "00010101", office: null, over: "" },
  { account: "member02", name: "程见行", branch: "00010201", office: null, over: "" },
  { account: "organizer", name: "唐筹远", branch: "00010101", office: "organizer", over: "0001" },
  { account: "branchadmin", name: "罗守正", branch: "00010201", office: "branch_admin", over: "000102" },
  { account: "reviewer", name: "许审言", branch: "00010102", office: "reviewer", over: "0001" },
  { account: "leader", name: "叶领航", branch: "00010301", office: "leader", over: "000103" },
  { account: "admin", name: "周总揽", branch: "00010101", office: "admin", over: "0001" },
];

type BranchLine = { 组织编码: string; 组织名称: string; 上级编码: string; 类型: string };
type PersonLine = { 工号: string; 姓名: string; 组织编码: string; 标签: string };

async function readLines<T>(root: string, name: string): Promise<T[]> {
  const text = await readFile(join(root, "content", "demo", name), "utf8");
  return Papa.parse<T>(text, { header: true, skipEmptyLines: true }).data;
}

async function makeBranches(tx: Tx, root: string): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const line of await readLines<BranchLine>(root, "branches.csv")) {
    const [made] = await tx
      .insert(branches)
      .values({
        parentId: ids.get(line.上级编码) ?? null,
        code: line.组织编码,
        name: line.组织名称,
        kind: line.类型,
        pinyin: pinyinOf(line.组织名称, "branch").full,
      })
      .returning({ id: branches.id });
    ids.set(line.组织编码, made?.id ?? 0);
  }
  return ids;
}

const soundsOf = (name: string) => {
  const { full, initials } = pinyinOf(name);
  return { pinyinFull: full, pinyinInitials: initials };
};

/** Makes the invented county of content/demo: branches, members, and the demo accounts with one password. Returns the branches by code. */
export async function makeDemoOrganisation(tx: Tx, root: string, passwordHash: string): Promise<Map<string, number>> {
  const ids = await makeBranches(tx, root);
  const placed = (code: string) => ids.get(code) ?? 0;
  const members = await readLines<PersonLine>(root, "people.csv");
  await tx.insert(people).values(
    members.map((line) => ({
      staffNo: line.工号,
      account: line.工号,
      name: line.姓名,
      ...soundsOf(line.姓名),
      branchId: placed(line.组织编码),
      tags: line.标签.split("；").filter((tag) => tag !== ""),
    })),
  );
  for (const { account, name, branch, office, over } of DEMO_PEOPLE) {
    const [made] = await tx
      .insert(people)
      .values({ staffNo: account, account, name, ...soundsOf(name), branchId: placed(branch), passwordHash })
      .returning({ id: people.id });
    if (office && made) await tx.insert(offices).values({ personId: made.id, office, branchId: placed(over) });
  }
  await tx
    .insert(organisation)
    .values({ name: "云汀县（演示）", demo: true })
    .onConflictDoUpdate({ target: organisation.id, set: { name: "云汀县（演示）", demo: true }, setWhere: eq(organisation.name, "") });
  return ids;
}
