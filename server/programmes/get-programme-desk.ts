import { eq } from "drizzle-orm";
import { z } from "zod";
import { programmes } from "#db/schema/programmes.ts";
import { can } from "#domain/access.ts";
import { raceRulesSchema } from "#domain/boards/race.ts";
import { programmeDraftSchema } from "#domain/programmes/draft.ts";
import { PROGRAMME_STATES, stateOf } from "#domain/programmes/programme-state.ts";
import { Refusal } from "#domain/refusal.ts";
import { query } from "#server/verb.ts";
import { findProgramme } from "./find-programme.ts";
import { listOpenPoints, openPointSchema } from "./open-point-list.ts";
import { reachOf } from "./reach-of.ts";
import { readDraft } from "./read-draft.ts";
import { resolveDraft } from "./resolve-draft.ts";

const problemSchema = z.object({
  path: z.string(),
  code: z.string(),
  level: z.enum(["stops", "unready", "warning"]),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

/** A programme as its organizers edit it: the document, what is still wrong with it, whom it reaches and its open points. */
export const getProgrammeDesk = query({
  at: "GET /api/desk/programmes/:slug",
  input: z.strictObject({ slug: z.string().max(120) }),
  output: z.object({
    slug: z.string(),
    branchName: z.string(),
    state: z.enum(PROGRAMME_STATES),
    revision: z.number(),
    publishedAt: z.date().nullable(),
    copiedFrom: z.object({ slug: z.string(), title: z.string() }).nullable(),
    draft: programmeDraftSchema,
    problems: z.array(problemSchema),
    /** What the texts, contests and meetings of the items are called. */
    names: z.array(z.object({ kind: z.enum(["material", "contest", "meeting"]), slug: z.string(), title: z.string() })),
    reach: z.object({
      people: z.number(),
      units: z.number(),
      tasks: z.number(),
      groups: z.array(z.object({ audienceId: z.number().nullable(), people: z.number(), items: z.number() })),
    }),
    openPoints: z.array(openPointSchema),
    /** What counts in its race; null: it has none. */
    race: raceRulesSchema.nullable(),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { slug }, { viewer, now }) {
    const programme = await findProgramme(db, slug);
    if (!programme || !can.runProgramme(viewer, programme)) throw new Refusal("not-found");
    const draft = await readDraft(db, programme);
    const { problems, materials, contests, meetings } = await resolveDraft(db, draft, programme.path, programme.id, viewer);
    // The name of a meeting is told to whom it may be; the others see when it is held.
    const held = [...meetings].flatMap(([id, { title }]) =>
      title === null ? [] : [{ kind: "meeting" as const, slug: String(id), title }],
    );
    const named = (kind: "material" | "contest", found: typeof materials) =>
      [...found.values()].map(({ slug, title }) => ({ kind, slug, title }));
    const [source] = programme.copiedFromId
      ? await db
          .select({ slug: programmes.slug, title: programmes.title })
          .from(programmes)
          .where(eq(programmes.id, programme.copiedFromId))
      : [];
    return {
      slug,
      branchName: programme.branchName,
      state: stateOf(programme, now),
      revision: programme.revision,
      race: programme.race,
      publishedAt: programme.publishedAt,
      copiedFrom: source ?? null,
      draft,
      problems: problems.map(({ path, code, level, params = {} }) => ({ path, code, level, params })),
      names: [...named("material", materials), ...named("contest", contests), ...held],
      reach: await reachOf(db, programme.id),
      openPoints: await listOpenPoints(db, programme.id, [programme.path]),
    };
  },
});
