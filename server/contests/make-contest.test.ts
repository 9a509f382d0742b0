import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { contests } from "#db/schema/contests.ts";
import { organisation } from "#db/schema/people.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { valueOf } from "#tests/world/outcome.ts";
import { anOrganisation, as } from "#tests/world/people.ts";
import { makeContest } from "./make-contest.ts";

test("a contest made without a word on its board ranks nobody by name in light-burden mode; what is said holds in both (B4)", async () => {
  const { form, organizer } = await aContest({ audienceTags: [] });
  await anOrganisation();
  const desk = database("desk");
  const viewOf = async (board: object, lightBurden: boolean): Promise<string | undefined> => {
    await desk.update(organisation).set({ lightBurden });
    const { slug } = valueOf(await makeContest.call(await as(organizer, at(-10)), { ...form, rules: { ...form.rules, board } }));
    const [made] = await desk.select({ rules: contests.rules }).from(contests).where(eq(contests.slug, slug));
    return made?.rules.board.view;
  };
  expect(await viewOf({}, true)).toBe("band");
  expect(await viewOf({}, false)).toBe("full");
  expect(await viewOf({ view: "full" }, true)).toBe("full");
  expect(await viewOf({ view: "near" }, false)).toBe("near");
});
