import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { contests } from "#db/schema/contests.ts";
import { branches } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { valueOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { findContest } from "./find-contest.ts";
import { makeContest } from "./make-contest.ts";
import { enterableBy, runBy, visibleTo } from "./visible-contests.ts";

test("the lists show exactly what the permissions allow, to everyone", async () => {
  const { form, root, left, right, organizer } = await aContest({ audienceTags: [] });
  await makeContest.call(await as(organizer, at(-10)), { ...form, title: "草稿" });
  const leftOrganizer = await aPerson(left.id, { held: [{ office: "organizer", branchId: left.id }] });
  valueOf(await makeContest.call(await as(leftOrganizer, at(-10)), { ...form, branchId: left.id, audienceTags: ["青年"] }));
  const elsewhere = await aBranch();
  const viewers = [
    organizer,
    leftOrganizer,
    await aPerson(left.id),
    await aPerson(left.id, { tags: ["青年"] }),
    await aPerson(right.id, { tags: ["青年"] }),
    await aPerson(elsewhere.id),
    await aPerson(right.id, { held: [{ office: "organizer", branchId: right.id }] }),
    await aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] }),
  ];
  const db = database("desk");
  const slugs = (await db.select({ slug: contests.slug }).from(contests)).map(({ slug }) => slug);
  const all = await Promise.all(slugs.map((slug) => findContest(db, slug)));
  expect(all.length).toBe(3);
  for (const viewer of viewers) {
    const { viewer: member } = await as(viewer);
    const listed = async (where: ReturnType<typeof visibleTo>) =>
      (await db.select({ slug: contests.slug }).from(contests).innerJoin(branches, eq(branches.id, contests.branchId)).where(where))
        .map(({ slug }) => slug)
        .sort();
    const allowed = (may: (contest: NonNullable<(typeof all)[number]>) => boolean) =>
      all.flatMap((contest) => (contest && may(contest) ? [contest.slug] : [])).sort();
    expect(await listed(enterableBy(member))).toEqual(allowed((contest) => can.enterContest(member, contest)));
    expect(await listed(runBy(member))).toEqual(allowed((contest) => can.runContest(member, contest)));
    expect(await listed(visibleTo(member))).toEqual(allowed((contest) => can.seeContest(member, contest)));
  }
});
