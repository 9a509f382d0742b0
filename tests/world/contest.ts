import { database } from "#db/client.ts";
import { readContentPack } from "#server/content/content-pack.ts";
import { loadContent } from "#server/content/load-content.ts";
import { makeContest } from "#server/contests/make-contest.ts";
import { publishContest } from "#server/contests/publish-contest.ts";
import { valueOf } from "./outcome.ts";
import { aBranch, aPerson, as } from "./people.ts";

export const MINUTE_MS = 60_000;
/** Curtain-up of every contest in these tests; times are minutes after it. */
export const OPENS = new Date("2026-12-01T01:00:00Z");
export const at = (minutes: number, ms = 0): Date => new Date(OPENS.getTime() + minutes * MINUTE_MS + ms);

type Wishes = {
  rules?: Record<string, unknown>;
  closesAfterMinutes?: number;
  freezeAfterMinutes?: number;
  audienceTags?: string[];
  blueprint?: unknown[];
};

/** A county with two branches, its bank loaded from content/, an organizer, and a published contest that opens at OPENS. */
export async function aContest({ rules = {}, closesAfterMinutes = 120, freezeAfterMinutes, audienceTags = [], blueprint }: Wishes = {}) {
  await loadContent(database("desk"), await readContentPack("content"), at(-600));
  const root = await aBranch();
  const left = await aBranch(root.id);
  const right = await aBranch(root.id);
  const organizer = await aPerson(root.id, { held: [{ office: "organizer", branchId: root.id }] });
  const form = {
    title: "季度竞赛",
    branchId: root.id,
    audienceTags,
    opensAt: OPENS.toISOString(),
    closesAt: at(closesAfterMinutes).toISOString(),
    ...(freezeAfterMinutes !== undefined && { freezeAt: at(freezeAfterMinutes).toISOString() }),
    rules: { limitMs: 30 * MINUTE_MS, ...rules },
    blueprint: blueprint ?? [
      { kind: "single", count: 3, worth: 10_000 },
      { kind: "truefalse", count: 2, worth: 10_000 },
    ],
  };
  const { slug } = valueOf(await makeContest.call(await as(organizer, at(-120)), form));
  valueOf(await publishContest.call(await as(organizer, at(-60)), { slug }));
  return { slug, form, root, left, right, organizer };
}
