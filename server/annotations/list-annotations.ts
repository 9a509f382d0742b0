import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import { annotations } from "#db/schema/annotations.ts";
import { can } from "#domain/access.ts";
import type { TextBlock } from "#domain/annotations/selectors.ts";
import { toSolid } from "#domain/annotations/solid-offsets.ts";
import { Refusal } from "#domain/refusal.ts";
import { findReadable } from "#server/materials/find-readable.ts";
import { slugSchema } from "#server/materials/material-fields.ts";
import { query } from "#server/verb.ts";
import { annotationDetails } from "./annotation-details.ts";
import { langSchema } from "./annotation-fields.ts";
import { listGroupsOf } from "./groups-of.ts";
import { textBlocksOf } from "./text-blocks.ts";
import { authorSchema, replySchema, threadsOf } from "./threads-of.ts";
import { annotationFacts, visibleAnnotations } from "./visible-annotations.ts";

/** The newest so many of one text; a reader takes in no more. */
const MOST = 500;

const itemSchema = z.object({
  id: z.number(),
  kind: z.enum(["highlight", "note", "question"]),
  body: z.string(),
  quote: z.string(),
  visibility: z.enum(["private", "group", "branch"]),
  groupId: z.number().nullable(),
  group: z.string().nullable(),
  author: authorSchema.nullable(),
  mine: z.boolean(),
  createdAt: z.date(),
  editedAt: z.date().nullable(),
  settledAt: z.date().nullable(),
  deleted: z.boolean(),
  /** The wording it was made on. */
  number: z.number(),
  /** orphan: its words are gone; waiting: the worker has not looked yet. */
  state: z.enum(["anchored", "orphan", "waiting"]),
  /** In characters that are not white space. */
  place: z.object({ block: z.string(), start: z.number(), end: z.number() }).nullable(),
  votes: z.number(),
  voted: z.boolean(),
  replies: z.array(replySchema.extend({ mayRemove: z.boolean() })),
  may: z.object({ remove: z.boolean(), settle: z.boolean(), attach: z.boolean(), vote: z.boolean() }),
});

/** Where something stands, as a browser counts. */
function placeOf(blocks: readonly TextBlock[], anchor: { block: string; blockStart: number; blockEnd: number }) {
  const block = blocks.find(({ id }) => id === anchor.block);
  if (!block) return null;
  return { block: block.id, start: toSolid(block.text, anchor.blockStart), end: toSolid(block.text, anchor.blockEnd) };
}

/** What the viewer may see of what was written on a text: the own, those of the own groups, those of the own branch. */
export const listAnnotations = query({
  at: "GET /api/materials/:slug/annotations",
  input: z.strictObject({ slug: slugSchema, lang: langSchema.default("zh-CN") }),
  output: z.object({
    number: z.number(),
    /** Whose list this is, so that a browser keeps drafts of two people apart. */
    me: z.number(),
    groups: z.array(z.object({ id: z.number(), name: z.string() })),
    items: z.array(itemSchema),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug, lang }, { viewer }) {
    const found = await findReadable(db, slug, viewer);
    if (!found) throw new Refusal("not-found");
    const { materialId, version } = found;
    const stands = or(
      isNull(annotations.deletedAt),
      sql`exists (select 1 from annotation_replies r where r.annotation_id = ${annotations.id})`,
    );
    const ofText = and(eq(annotations.materialId, materialId), eq(annotations.lang, lang), stands, visibleAnnotations(viewer));
    const facts = await annotationFacts(db, viewer, ofText).orderBy(desc(annotations.id)).limit(MOST);
    const ids = facts.map(({ id }) => id);
    const [details, threadOf, blocks] = [
      await annotationDetails(db, ids, version.id),
      await threadsOf(db, ids, viewer),
      textBlocksOf(version, lang),
    ];
    const items = facts.flatMap((fact) => {
      const detail = details.get(fact.id);
      if (!detail) return [];
      const deleted = fact.deletedAt !== null;
      const { replies, votes, voted } = threadOf(fact.id);
      const { anchor, name, branch, createdAt, editedAt, number, group, groupId } = detail;
      return [
        {
          ...{ id: fact.id, kind: fact.kind, visibility: fact.visibility, settledAt: fact.settledAt },
          ...{ createdAt, editedAt, number, group, groupId, deleted, votes, voted, quote: detail.exact },
          body: deleted ? "" : detail.body,
          author: deleted ? null : { name, branch },
          mine: fact.personId === viewer.personId,
          state: anchor ? anchor.state : ("waiting" as const),
          place: anchor?.state === "anchored" ? placeOf(blocks, anchor) : null,
          replies: replies.map(({ personId, ...reply }) => ({
            ...reply,
            mayRemove: !reply.deleted && can.removeReply(viewer, { personId, annotation: fact }),
          })),
          may: {
            remove: !deleted && can.removeAnnotation(viewer, fact),
            settle: !deleted && fact.kind === "question" && can.settleAnnotation(viewer, fact),
            attach: !deleted && can.attachAnnotation(viewer, fact),
            vote: !deleted && can.voteAnnotation(viewer, fact),
          },
        },
      ];
    });
    return { number: version.number, me: viewer.personId, groups: await listGroupsOf(db, viewer.personId), items };
  },
});
