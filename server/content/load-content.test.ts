import { join } from "node:path";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { problemsOf } from "#domain/questions/check-question.ts";
import type { QuestionBody, QuestionKey } from "#domain/questions/question.ts";
import { renderBlocks } from "#server/materials/render-markdown.ts";
import { aBranch, aPerson } from "#tests/world/people.ts";
import { convertedOf } from "./authored-question.ts";
import { type ContentPack, readContentPack } from "./content-pack.ts";
import { loadContent } from "./load-content.ts";

const pack = await readContentPack(join(process.cwd(), "content"));
const now = new Date("2026-11-22T08:00:00Z");
const total = pack.materials.reduce((sum, material) => sum + material.questions.length, 0);
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const nothing = { added: 0, changed: 0, kept: 0 };

type Row = {
  ref: string;
  body: QuestionBody;
  key: QuestionKey;
  state: string;
  number: number;
  category: string;
  passage: string;
  slug: string;
  note: string;
};
const listRows = async () =>
  (
    await database("desk").execute<Row>(sql`
      select q.ref, v.body, k.key, q.state, v.number, v.category, k.passage, m.slug, r.note from questions q
      join question_versions v on v.id = q.published_version_id join question_keys k on k.version_id = v.id
      join materials m on m.id = k.material_id join question_reviews r on r.version_id = v.id and r.verdict = 'published' and r.reviewer_id is null
      order by q.ref`)
  ).rows;
/** Every row of the tables the loader writes, as one text. */
const everything = async () =>
  (
    await database("desk").execute<{ all: string }>(sql`
      select string_agg(part, ';' order by part) as all from (
        select to_jsonb(m)::text as part from materials m union all select to_jsonb(v)::text from material_versions v
        union all select to_jsonb(q)::text from questions q union all select to_jsonb(v)::text from question_versions v
        union all select to_jsonb(c)::text from material_checks c
        union all select to_jsonb(k)::text from question_keys k union all select to_jsonb(r)::text from question_reviews r) parts`)
  ).rows[0]?.all;

/** The pack with one question of its first text changed. */
function withQuestion(id: string, change: object): ContentPack {
  const [first, ...rest] = pack.materials;
  if (!first) throw new Error("the pack is empty");
  return {
    ...pack,
    version: 2,
    materials: [{ ...first, questions: first.questions.map((one) => (one.id === id ? { ...one, ...change } : one)) }, ...rest],
  };
}

beforeAll(async () => {
  expect(await loadContent(database("desk"), pack, now)).toEqual({
    materials: { ...nothing, added: pack.materials.length, untouched: 0 },
    questions: { ...nothing, added: total, untouched: 0 },
  });
});

describe("loading the content pack", () => {
  test("everything is published, reviewed by the pack, and sound", async () => {
    const rows = await listRows();
    expect(rows.length).toBe(total);
    for (const row of rows) {
      expect(row).toMatchObject({ state: "published", number: 1 });
      expect(row.note).toContain(pack.title);
      expect(problemsOf(row.body, row.key).filter((problem) => problem.severity === "error")).toEqual([]);
      const material = pack.materials.find((one) => one.slug === row.slug);
      expect(row.category).toBe(`${material?.collection}/${material?.title}`);
      expect(material?.blocks.map((block) => block.id)).toContain(row.passage);
    }
  });

  test("a second run changes nothing, not one row", async () => {
    const before = await everything();
    const report = await loadContent(database("desk"), pack, later(1));
    expect(report.questions).toEqual({ ...nothing, untouched: total });
    expect(report.materials).toEqual({ ...nothing, untouched: pack.materials.length });
    expect(await everything()).toBe(before);
  });

  test("every text asks three of its own questions, after the paragraph that answers them and at its end", async () => {
    const { rows } = await database("desk").execute<{ slug: string; ref: string; after: string; passage: string; kind: string }>(sql`
      select m.slug, q.ref, c.after, k.passage, q.kind from material_checks c join materials m on m.published_version_id = c.version_id
      join questions q on q.id = c.question_id join question_keys k on k.version_id = q.published_version_id order by m.slug, c.place`);
    for (const { slug } of pack.materials) {
      const own = rows.filter((row) => row.slug === slug);
      expect(own.length).toBe(3);
      for (const { ref } of own) expect(ref.split("/")[0]).toBe(slug);
      expect(own.slice(0, -1).map(({ after }) => after)).toEqual(own.slice(0, -1).map(({ passage }) => passage));
      expect(own.at(-1)?.after).toBe("");
      expect(new Set(own.map(({ passage }) => passage)).size).toBe(3);
      expect(own.every(({ kind }) => /single|truefalse|multiple|fill/.test(kind))).toBe(true);
    }
  });

  test("a text that names its questions asks those", async () => {
    const [first, ...rest] = pack.materials;
    if (!first) throw new Error("the pack is empty");
    const naming = { ...pack, materials: [{ ...first, checks: ["q02", "q01"] }, ...rest] };
    const asked = async () =>
      (
        await database("desk").execute<{ ref: string }>(sql`
          select q.ref from material_checks c join materials m on m.published_version_id = c.version_id
          join questions q on q.id = c.question_id where m.slug = ${first.slug} order by c.place`)
      ).rows.map(({ ref }) => ref);
    const before = await asked();
    await loadContent(database("desk"), naming, later(1));
    expect(await asked()).toEqual([`${first.slug}/q02`, `${first.slug}/q01`]);
    await loadContent(database("desk"), pack, later(1));
    expect(await asked()).toEqual(before);
  });

  test("no stored order gives its key away, and converting is the same every time", async () => {
    for (const { ref, body, key } of await listRows()) {
      if (key.kind === "ordering") expect(key.order.every((place, at) => place === at)).toBe(false);
      if (key.kind === "matching") expect(key.pairs.every((place, at) => place === at)).toBe(false);
      const [slug, id] = ref.split("/");
      const authored = pack.materials.find((one) => one.slug === slug)?.questions.find((one) => one.id === id);
      if (!authored) throw new Error(`${ref} is not in the pack`);
      expect(convertedOf(authored, ref)).toEqual({ body, key });
      if (authored.type === "ordering" && body.kind === "ordering" && key.kind === "ordering") {
        expect(key.order.map((place) => body.items[place])).toEqual(authored.items);
      }
      if (authored.type === "matching" && body.kind === "matching" && key.kind === "matching") {
        expect(body.lefts.map((left, at) => [left, body.rights[key.pairs[at] as number]])).toEqual(authored.pairs);
      }
    }
  });

  test("the blocks of every text carry the numbers its questions cite", () => {
    for (const material of pack.materials) {
      const shown = renderBlocks(material.body).filter((block) => block.kind === "block");
      expect(shown.map((block) => block.id)).toEqual(material.blocks.map((block) => block.id));
    }
  });
});

describe("loading a changed pack", () => {
  const ref = `${pack.materials[0]?.slug}/q01`;
  const versionsOf = async () =>
    (
      await database("desk").execute<{ number: number; published: boolean; explanation: string }>(sql`
        select v.number, v.id = q.published_version_id as published, k.explanation from questions q
        join question_versions v on v.question_id = q.id join question_keys k on k.version_id = v.id where q.ref = ${ref} order by v.number`)
    ).rows;

  test("a changed question is a new published version; the old one stays as it was, and nothing else moves", async () => {
    const [before] = await versionsOf();
    const report = await loadContent(database("desk"), withQuestion("q01", { explanation: "换了一种说法，意思一样。" }), later(2));
    expect(report.questions).toEqual({ ...nothing, changed: 1, untouched: total - 1 });
    expect(await versionsOf()).toEqual([
      { ...before, published: false },
      { number: 2, published: true, explanation: "换了一种说法，意思一样。" },
    ]);
  });

  test("a changed text is a new published version", async () => {
    const [first, ...rest] = withQuestion("q01", { explanation: "换了一种说法，意思一样。" }).materials;
    const changed = {
      ...pack,
      materials: [{ ...(first as ContentPack["materials"][number]), body: `${first?.body}\n\n新的一段。` }, ...rest],
    };
    expect((await loadContent(database("desk"), changed, later(3))).materials).toEqual({
      ...nothing,
      changed: 1,
      untouched: pack.materials.length - 1,
    });
    expect((await loadContent(database("desk"), changed, later(4))).materials.untouched).toBe(pack.materials.length);
  });

  test("what a person has written since stands", async () => {
    const branch = await aBranch();
    const author = await aPerson(branch.id);
    await database("desk").execute(sql`
      with made as (insert into question_versions (question_id, number, kind, body, stem, stem_key, difficulty, content_hash, created_by)
        select v.question_id, 3, v.kind, v.body, v.stem, v.stem_key, v.difficulty, 'own', ${author} from question_versions v
        join questions q on q.id = v.question_id where q.ref = ${ref} and v.number = 2 returning id, question_id),
      keyed as (insert into question_keys (version_id, key) select made.id, k.key from made
        join questions q on q.id = made.question_id join question_keys k on k.version_id = q.latest_version_id)
      update questions set latest_version_id = made.id from made where questions.id = made.question_id`);
    const report = await loadContent(database("desk"), withQuestion("q01", { explanation: "包里又换了一种说法。" }), later(5));
    expect(report.questions).toEqual({ ...nothing, kept: 1, untouched: total - 1 });
    expect((await versionsOf()).map((version) => version.number)).toEqual([1, 2, 3]);
  });

  test("two instances that start together load it once", async () => {
    const [first, ...rest] = pack.materials;
    const more = { ...pack, materials: [{ ...(first as ContentPack["materials"][number]), slug: "another-text" }, ...rest] };
    // Two connections stand ready, else the second instance would begin when the first has finished.
    await Promise.all([1, 2].map(() => database("desk").execute(sql`select pg_sleep(0.05)`)));
    const reports = await Promise.all([1, 2].map(() => loadContent(database("desk"), more, later(6))));
    expect(reports.map((report) => report.materials.added).sort()).toEqual([0, 1]);
  });
});
