import { makeProgramme } from "#server/programmes/make-programme.ts";
import { publishProgramme } from "#server/programmes/publish-programme.ts";
import { valueOf } from "./outcome.ts";
import { aBranch, aPerson, as } from "./people.ts";

const DAY_MS = 86_400_000;
/** The day every programme of these tests begins; times are days after it. */
export const BEGINS = new Date("2026-12-01T00:00:00Z");
export const day = (days: number): Date => new Date(BEGINS.getTime() + days * DAY_MS);
/** An item as a document has it. */
export const anItem = (key: string, more: Record<string, unknown> = {}) => ({
  key,
  kind: "reflection",
  title: `事项${key}`,
  moveOn: "Completed",
  ...more,
});

/** A county with two branches and an organizer. */
export async function aCounty() {
  const root = await aBranch();
  const left = await aBranch(root.id);
  const right = await aBranch(root.id);
  const organizer = await aPerson(root.id, { held: [{ office: "organizer", branchId: root.id }] });
  return { root, left, right, organizer };
}

/** A document over thirty days with one module. */
export const aDraft = (branchId: number, items: object[], more: Record<string, unknown> = {}) => ({
  title: "年度学习计划",
  branchId,
  opensAt: BEGINS.toISOString(),
  closesAt: day(30).toISOString(),
  modules: [{ title: "第一模块", items }],
  ...more,
});

/** A programme, published the day before it begins. */
export async function aProgramme(organizer: number, draft: object): Promise<string> {
  const { slug } = valueOf(await makeProgramme.call(await as(organizer, day(-2)), draft));
  valueOf(await publishProgramme.call(await as(organizer, day(-1)), { slug }));
  return slug;
}
