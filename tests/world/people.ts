import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { branches, offices, organisation, people, sessions } from "#db/schema/people.ts";
import type { OfficeName } from "#domain/people/offices.ts";
import type { Member } from "#domain/people/viewer.ts";
import { findViewer } from "#server/people/find-viewer.ts";
import { openSession } from "#server/people/sessions.ts";
import type { Context } from "#server/verb.ts";

let made = 0;

/** A branch below `parentId` (null: a root). */
export async function aBranch(parentId: number | null = null, name = `支部${++made}`): Promise<{ id: number; path: string; name: string }> {
  const [row] = await database("desk")
    .insert(branches)
    .values({ parentId, code: `B${String(++made).padStart(5, "0")}`, name })
    .returning({ id: branches.id, path: branches.path, name: branches.name });
  return row as { id: number; path: string; name: string };
}

/** A person in a branch, with offices over branches. */
export async function aPerson(
  branchId: number,
  {
    name = `人${++made}`,
    tags = [],
    held = [],
  }: { name?: string; tags?: string[]; held?: { office: OfficeName; branchId: number }[] } = {},
): Promise<number> {
  const staffNo = `S${String(++made).padStart(5, "0")}`;
  const desk = database("desk");
  const [row] = await desk
    .insert(people)
    .values({ staffNo, account: staffNo.toLowerCase(), name, branchId, tags })
    .returning({ id: people.id });
  const id = row?.id as number;
  for (const { office, branchId: top } of held) await desk.insert(offices).values({ personId: id, office, branchId: top });
  return id;
}

/** The person, signed in at `now`, as a verb's context. */
export async function as(personId: number, now: Date = new Date()): Promise<Context<Member>> {
  const open = await database("play").select({ id: sessions.id }).from(sessions).where(eq(sessions.personId, personId)).limit(1);
  const sessionId = open[0]?.id ?? (await openSession(personId, "test", new Date()));
  const viewer = await findViewer(sessionId, new Date());
  if (viewer.kind !== "member") throw new Error(`person ${personId} cannot sign in`);
  return { viewer, now, requestId: "test", address: "127.0.0.1", device: "test", origin: "http://study.test" };
}

/** The one organisation of a test database. */
export async function anOrganisation(lightBurden = true): Promise<void> {
  await database("desk").insert(organisation).values({ name: "测试单位", lightBurden }).onConflictDoNothing();
}
