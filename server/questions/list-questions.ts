import { and, arrayContains, desc, eq, gte, inArray, isNotNull, isNull, like, lte, not, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { branches, people } from "#db/schema/people.ts";
import { questions, questionVersions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { stemKey } from "#domain/questions/normalise.ts";
import { QUESTION_KINDS } from "#domain/questions/question.ts";
import { blankable, lineSchema, pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { orNotFound } from "./or-not-found.ts";
import { categorySchema } from "./question-fields.ts";
import { visibleTo } from "./visible-questions.ts";

const PAGE_SIZE = 50;
export const QUESTION_STATES = ["draft", "in_review", "published", "retired"] as const;
export const BANKS = ["private", "branch", "shared"] as const;
const level = blankable(z.coerce.number().int().min(1).max(5));

/** Everything a list can be narrowed by. Nothing of a key is among it, so that no filter can tell one (TA10). */
export const filterSchema = z.strictObject({
  kind: blankable(z.enum(QUESTION_KINDS)),
  category: blankable(categorySchema),
  difficultyFrom: level,
  difficultyTo: level,
  state: blankable(z.enum(QUESTION_STATES)),
  tag: blankable(lineSchema(30)),
  q: blankable(lineSchema(100)),
  /** Whose: the viewer's own and unshared, a branch's, everybody's. */
  bank: blankable(z.enum(BANKS)),
  page: pageSchema,
});
type Filter = Omit<z.output<typeof filterSchema>, "page">;

const literal = (typed: string) => typed.replace(/[\\%_]/g, "\\$&");
const { kind, category, difficulty, tags } = questions;

function bankCondition(bank: (typeof BANKS)[number]): SQL | undefined {
  if (bank === "private") return sql`${questions.isPrivate}`;
  return and(not(questions.isPrivate), bank === "shared" ? isNull(questions.branchId) : isNotNull(questions.branchId));
}

/** Of the wording, `questions` keeps what lists filter by, so that no wording is read for it (P15). */
export function conditionOf(viewer: Member, filter: Filter): SQL | undefined {
  const given = <T>(value: T | undefined, condition: (value: T) => SQL | undefined) => (value === undefined ? undefined : condition(value));
  return and(
    visibleTo(viewer),
    given(filter.state, (value) => eq(questions.state, value)),
    given(filter.kind, (value) => eq(kind, value)),
    given(filter.category || undefined, (value) => or(eq(category, value), like(category, `${literal(value)}/%`))),
    given(filter.difficultyFrom, (value) => gte(difficulty, value)),
    given(filter.difficultyTo, (value) => lte(difficulty, value)),
    given(filter.tag, (value) => arrayContains(tags, [value])),
    given(filter.bank, bankCondition),
    given(filter.q, (value) => or(like(questions.stemKey, `%${literal(stemKey(value))}%`), eq(questions.ref, value))),
  );
}

type Numbers = { ids: number[]; total: number };

/** The numbers of one page and the size of the whole in one pass: what is narrowed by its wording is looked for once, not twice. */
async function soughtPage(db: Db, condition: SQL | undefined, offset: number): Promise<Numbers> {
  const { rows } = await db.execute<{ total: number; ids: number[] | null }>(sql`
    with hits as materialized (select ${questions.id} as id from ${questions} where ${condition})
    select (select count(*)::int from hits) as total,
      (select json_agg(id) from (select id from hits order by id desc limit ${PAGE_SIZE} offset ${offset}) shown) as ids`);
  return { ids: rows[0]?.ids ?? [], total: rows[0]?.total ?? 0 };
}

/**
 * The same of the whole bank, or of what leaves much of it (a state, a kind, a difficulty, whose it is): the page comes off the primary key
 * backwards, and the count out of `questions_counted` alone. To keep so many hits for one pass over them takes longer than two.
 */
async function plainPage(db: Db, condition: SQL | undefined, offset: number): Promise<Numbers> {
  const rows = await db
    .select({ id: questions.id })
    .from(questions)
    .where(condition)
    .orderBy(desc(questions.id))
    .limit(PAGE_SIZE)
    .offset(offset);
  return { ids: rows.map((row) => row.id), total: await db.$count(questions, condition) };
}

const item = z.object({
  id: z.number(),
  ref: z.string().nullable(),
  number: z.number(),
  kind: z.enum(QUESTION_KINDS),
  stem: z.string(),
  category: z.string(),
  difficulty: z.number(),
  tags: z.array(z.string()),
  state: z.enum(QUESTION_STATES),
  /** A published version exists: contests and practice may ask it. */
  inUse: z.boolean(),
  branchName: z.string().nullable(),
  isPrivate: z.boolean(),
  editedAt: z.date(),
  editedBy: z.string().nullable(),
});

async function itemsOf(db: Db, ids: readonly number[]): Promise<z.input<typeof item>[]> {
  if (ids.length === 0) return [];
  const { id, ref, state, publishedVersionId } = questions;
  const { number, stem, createdAt: editedAt } = questionVersions;
  return db
    .select({
      id,
      ref,
      number,
      kind: questionVersions.kind,
      stem,
      category,
      difficulty: questionVersions.difficulty,
      tags,
      state,
      inUse: sql<boolean>`${isNotNull(publishedVersionId)}`,
      branchName: branches.name,
      isPrivate: questions.isPrivate,
      editedAt,
      editedBy: people.name,
    })
    .from(questions)
    .innerJoin(questionVersions, eq(questionVersions.id, questions.latestVersionId))
    .leftJoin(branches, eq(branches.id, questions.branchId))
    .leftJoin(people, eq(people.id, questionVersions.createdBy))
    .where(inArray(id, [...ids]))
    .orderBy(desc(id));
}

/** The bank as its editors see it: the latest version of each question, newest first, 50 a page. */
export const listQuestions = query({
  at: "GET /api/desk/questions",
  input: filterSchema,
  output: z.object({ items: z.array(item), total: z.number(), page: z.number(), pages: z.number() }),
  door: "desk",
  may: orNotFound(can.seeQuestions),
  async run(db, { page, ...filter }, { viewer }) {
    const isSought = filter.category || filter.tag !== undefined || filter.q !== undefined;
    const pageOf = isSought ? soughtPage : plainPage;
    const { ids, total } = await pageOf(db, conditionOf(viewer, filter), (page - 1) * PAGE_SIZE);
    return { items: await itemsOf(db, ids), total, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
  },
});
