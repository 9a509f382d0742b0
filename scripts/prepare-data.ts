import { resolve } from "node:path";
import { eq } from "drizzle-orm";
import { closePools, database } from "#db/client.ts";
import { branches, people } from "#db/schema/people.ts";
import { readContentPack } from "#server/content/content-pack.ts";
import { loadContent } from "#server/content/load-content.ts";
import { offerSetup } from "#server/organisation/offer-setup.ts";
import { hashPassword } from "#server/people/passwords.ts";
import { demoPassword } from "./demo/demo-password.ts";
import { makeDemoContest } from "./demo/make-contest.ts";
import { makeDemoGroup } from "./demo/make-group.ts";
import { DEMO_PEOPLE, makeDemoOrganisation } from "./demo/make-organisation.ts";
import { makeDemoProgramme } from "./demo/make-programme.ts";
import { makeDemoShowcase } from "./demo/make-showcase.ts";

export type DemoAccount = { account: string; password: string; role: string };
type Prepared = { accounts: DemoAccount[] | null; setupLink: string | null };

const ROOT = resolve(import.meta.dirname, "..");

async function makeDemo(dataDir: string, now: Date): Promise<void> {
  const db = database("desk");
  const [somebody] = await db.select({ id: people.id }).from(people).limit(1);
  if (somebody) return;
  const passwordHash = await hashPassword(demoPassword(dataDir, true) ?? "");
  await db.transaction(async (tx) => {
    const ids = await makeDemoOrganisation(tx, ROOT, passwordHash);
    const [top] = await tx
      .select({ id: branches.id, path: branches.path })
      .from(branches)
      .where(eq(branches.id, ids.get("0001") ?? 0));
    const [organizer] = await tx.select({ id: people.id }).from(people).where(eq(people.account, "organizer"));
    if (!top || !organizer) throw new Error("content/demo lacks its root branch or its organizer");
    await makeDemoContest(tx, top, organizer.id, now);
    await makeDemoProgramme(tx, top, organizer.id, now);
    await makeDemoGroup(tx, now);
  });
  await makeDemoShowcase(now);
}

/** The demo accounts that still belong to the demo, with their password; null where there are none. */
export async function listDemoAccounts(dataDir: string): Promise<DemoAccount[] | null> {
  const password = demoPassword(dataDir, false);
  if (password === null) return null;
  const rows = await database("desk").select({ account: people.account, disabledAt: people.disabledAt }).from(people);
  const present = new Set(rows.filter(({ disabledAt }) => disabledAt === null).map(({ account }) => account));
  return DEMO_PEOPLE.filter(({ account }) => present.has(account)).map(({ account, office }) => ({
    account,
    password,
    role: office ?? "member",
  }));
}

/** Fills a new database: content always, demo people only in the embedded one; else a link with which the first administrator sets up. */
export async function prepareData({ url, embedded, dataDir }: { url: string; embedded: boolean; dataDir: string }): Promise<Prepared> {
  process.env["ZX_DATABASE_URL"] = url;
  const now = new Date();
  try {
    await loadContent(database("desk"), await readContentPack(resolve(ROOT, "content")), now);
    if (embedded) await makeDemo(dataDir, now);
    const token = await offerSetup(now);
    const accounts = embedded ? await listDemoAccounts(dataDir) : null;
    return { accounts, setupLink: token === null ? null : `/setup?token=${token}` };
  } finally {
    await closePools();
  }
}
