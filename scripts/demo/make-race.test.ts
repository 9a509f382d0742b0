import { resolve } from "node:path";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { readContentPack } from "#server/content/content-pack.ts";
import { loadContent } from "#server/content/load-content.ts";
import { recompute } from "#server/jobs/recompute.ts";
import { getRace } from "#server/programmes/get-race.ts";
import { asMember, demoMembers, done } from "./demo-members.ts";
import { makeDemoOrganisation } from "./make-organisation.ts";
import { makeDemoRace } from "./make-race.ts";

test("the demo's race is under way: lanes that differ, one to look into, nothing for a recompute, and no task for whoever tries the demo", async () => {
  const [db, now] = [database("desk"), new Date("2026-11-27T04:00:00Z")];
  await loadContent(db, await readContentPack(resolve("content")), now);
  await db.transaction((tx) => makeDemoOrganisation(tx, resolve("."), "no password"));
  const [county] = await db.select({ id: branches.id, path: branches.path }).from(branches).where(eq(branches.code, "0001"));
  const people = await demoMembers(["organizer", "member02"]);
  const [organizer, member] = [people.get("organizer"), people.get("member02")];
  if (!county || !organizer || !member) throw new Error("the demo's county is not there");
  await makeDemoRace({ county, organizer, now });

  const race = done(await getRace.call(asMember(member, now), { slug: "reading-month" }));
  expect(race.weeks.length).toBeGreaterThanOrEqual(3);
  expect(race.lanes).toHaveLength(5);
  const reached = race.lanes.map(({ stretches }) => stretches.at(-1)?.reachedMilli ?? 0);
  expect(Math.min(...reached)).toBeGreaterThan(0);
  expect(new Set(reached).size).toBe(5);
  const inside = race.lanes.flatMap((lane) => lane.inside ?? []);
  expect(inside).toHaveLength(1);
  expect(done(await getRace.call(asMember(member, now), { slug: "reading-month", branch: inside[0] })).lanes).toHaveLength(2);

  const { rows } = await db.execute<{ owed: number }>(
    sql`select count(*)::int as owed from tasks t join people p on p.id = t.person_id where p.account !~ '^[0-9]+$'`,
  );
  expect(rows).toEqual([{ owed: 0 }]);
  expect(await recompute(now)).toMatchObject({ differences: 0 });
});
