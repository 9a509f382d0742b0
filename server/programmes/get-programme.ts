import { z } from "zod";
import { can } from "#domain/access.ts";
import { ITEM_KINDS } from "#domain/programmes/item.ts";
import { ITEM_STATES } from "#domain/programmes/item-state.ts";
import { PROGRAMME_STATES, stateOf } from "#domain/programmes/programme-state.ts";
import { Refusal } from "#domain/refusal.ts";
import { query } from "#server/verb.ts";
import { findProgramme } from "./find-programme.ts";
import { modulesWith, ownAudience } from "./member-parts.ts";
import { listOpenPoints, openPointSchema } from "./open-point-list.ts";
import { listOwnItems, type OwnItem, progressOf } from "./own-items.ts";

const titled = z.object({ title: z.string(), titleEn: z.string() });

/** An item in the list of a programme, as it stands for the viewer; state null: shown to an organizer, not one of his own. */
const itemSchema = titled.extend({
  id: z.number(),
  kind: z.enum(ITEM_KINDS),
  owner: z.enum(["person", "unit"]),
  isRequired: z.boolean(),
  state: z.enum(ITEM_STATES).nullable(),
  opensAt: z.date(),
  dueAt: z.date().nullable(),
  doneAt: z.date().nullable(),
  startsAt: z.date().nullable(),
  waitsFor: z.array(titled),
});

const itemOf = (item: OwnItem, all: readonly OwnItem[]): z.input<typeof itemSchema> => ({
  id: item.id,
  kind: item.kind,
  title: item.title,
  titleEn: item.titleEn,
  owner: item.owner,
  isRequired: item.isRequired,
  state: item.state,
  opensAt: item.opensAt,
  dueAt: item.dueAt,
  doneAt: item.doneAt,
  startsAt: item.meeting && new Date(item.meeting.startsAt),
  waitsFor: item.waitsFor.flatMap((id) => {
    const found = all.find((one) => one.id === id);
    return found ? [{ title: found.title, titleEn: found.titleEn }] : [];
  }),
});

/** A programme as one of its people sees it: modules with items and how each stands, one progress, what has to be finished first. */
export const getProgramme = query({
  at: "GET /api/programmes/:slug",
  input: z.strictObject({ slug: z.string().max(120) }),
  output: titled.extend({
    slug: z.string(),
    kind: z.string(),
    intro: z.string(),
    introEn: z.string(),
    branchName: z.string(),
    state: z.enum(PROGRAMME_STATES),
    opensAt: z.date(),
    closesAt: z.date(),
    certificateTitle: z.string().nullable(),
    certificateTitleEn: z.string(),
    audience: z.object({ name: z.string(), nameEn: z.string() }).nullable(),
    progress: z.object({ done: z.number(), total: z.number() }),
    prerequisites: z.array(titled.extend({ slug: z.string(), isDone: z.boolean() })),
    modules: z.array(
      titled.extend({ id: z.number(), opensAt: z.date().nullable(), closesAt: z.date().nullable(), items: z.array(itemSchema) }),
    ),
    openPoints: z.array(openPointSchema),
    /** Whether its branches run a race. */
    hasRace: z.boolean(),
    mayRun: z.boolean(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug }, { viewer, now }) {
    const programme = await findProgramme(db, slug);
    if (!programme || !can.seeProgramme(viewer, programme)) throw new Refusal("not-found");
    const mayRun = can.runProgramme(viewer, programme);
    const { items, prerequisites } = await listOwnItems(db, programme, viewer, now);
    const shown = mayRun ? items : items.filter(({ taskId }) => taskId !== null);
    return {
      ...programme,
      hasRace: programme.race !== null,
      state: stateOf(programme, now),
      audience: await ownAudience(db, programme.id, viewer.tags),
      progress: progressOf(items),
      prerequisites,
      modules: await modulesWith(db, programme.id, shown, (item) => itemOf(item, items)),
      openPoints: await listOpenPoints(db, programme.id, programme.kind === "campaign" ? [viewer.branchPath] : [], viewer.personId),
      mayRun,
    };
  },
});
