import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { parse } from "yaml";
import { z } from "zod";
import {
  type AuthoredQuestion,
  authoredQuestionSchema,
  cjkCountOf,
  distinct,
  materialFrontMatterSchema,
  packSchema,
} from "./content-schemas.ts";

export type ContentBlock = { id: string; text: string };
export type ContentMaterial = z.infer<typeof materialFrontMatterSchema> & {
  slug: string;
  body: string;
  blocks: ContentBlock[];
  questions: AuthoredQuestion[];
};
export type ContentPack = z.infer<typeof packSchema> & { materials: ContentMaterial[] };

type Node = { type: string; value?: string; children?: Node[] };
type Report = (where: string, what: string) => void;

function plainTextOf(node: Node): string {
  if (node.value !== undefined) return node.value;
  return (node.children ?? []).map(plainTextOf).join(node.type === "list" ? "\n" : "");
}

/** The top-level blocks of a Markdown body without its headings, named p1, p2 … in reading order. */
export function contentBlocksOf(body: string): ContentBlock[] {
  const tree: Node = unified().use(remarkParse).use(remarkGfm).parse(body);
  const blocks = (tree.children ?? []).filter((node) => node.type !== "heading");
  return blocks.map((node, index) => ({ id: `p${index + 1}`, text: plainTextOf(node) }));
}

/** What is wrong with one question beyond its shape; empty when nothing is. */
function faultsOf(question: AuthoredQuestion, blocks: ContentBlock[]): string[] {
  const faults: string[] = [];
  if (!blocks.some((block) => block.id === question.passage)) faults.push(`passage ${question.passage} does not exist`);
  if (question.type === "single" || question.type === "multiple") {
    const last = question.answer.charCodeAt(question.answer.length - 1) - 65;
    if (last >= question.options.length) faults.push(`answer ${question.answer} points past the options`);
  }
  const blanks = question.stem.match(/_{4}/g)?.length ?? 0;
  if (blanks !== (question.type === "fill" ? question.answer.length : 0)) faults.push(`${blanks} blanks do not fit the answers`);
  if (question.type === "matching") {
    if (!distinct(question.pairs.map(([left]) => left))) faults.push("left sides must differ");
    if (!distinct([...question.pairs.map(([, right]) => right), ...(question.extra ?? [])])) faults.push("right sides must differ");
  }
  return faults;
}

function parsed<T>(schema: z.ZodType<T>, raw: string, where: string, report: Report): T | null {
  let value: unknown;
  try {
    value = parse(raw);
  } catch (error) {
    report(where, `not YAML: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const index = issue.path[0];
    const entry: unknown = Array.isArray(value) && typeof index === "number" ? value[index] : null;
    const id = typeof entry === "object" && entry !== null && "id" in entry ? ` ${String(entry.id)}` : "";
    report(`${where}${id}`, `${issue.path.join(".")}: ${issue.message}`);
  }
  return null;
}

async function readMaterial(dir: string, slug: string, report: Report): Promise<ContentMaterial | null> {
  const where = `materials/${slug}.md`;
  const raw = (await readFile(join(dir, where), "utf8")).replaceAll("\r\n", "\n");
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(raw);
  if (!parts) report(where, "has no front matter");
  const front = parsed(materialFrontMatterSchema, parts?.[1] ?? "", where, report);
  const body = (parts?.[2] ?? "").trim();
  const count = cjkCountOf(body);
  if (count < 800 || count > 2500) report(where, `body has ${count} CJK characters, not 800–2500`);
  const blocks = contentBlocksOf(body);
  const file = `questions/${slug}.yaml`;
  const list = await readFile(join(dir, file), "utf8").catch((error: Error) => {
    report(file, error.message);
    return "[]";
  });
  const questions = parsed(z.array(authoredQuestionSchema).min(1), list, file, report);
  for (const question of questions ?? []) for (const fault of faultsOf(question, blocks)) report(`${file} ${question.id}`, fault);
  for (const id of front?.checks ?? [])
    if (questions && !questions.some((question) => question.id === id)) report(where, `checks: ${id} is no question of it`);
  return front && questions && { ...front, slug, body, blocks, questions };
}

function reportDuplicates(materials: ContentMaterial[], report: Report): void {
  const stems = new Map<string, string>();
  for (const { slug, questions } of materials) {
    const file = `questions/${slug}.yaml`;
    if (!distinct(questions.map((question) => question.id))) report(file, "question ids must differ");
    for (const { id, stem } of questions) {
      const key = stem
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, "");
      const first = stems.get(key);
      if (first) report(`${file} ${id}`, `same stem as ${first}`);
      else stems.set(key, `${file} ${id}`);
    }
  }
}

/** Reads and checks a content directory (pack.yaml, materials/, questions/); throws one error that lists every problem. */
export async function readContentPack(dir: string): Promise<ContentPack> {
  const problems: string[] = [];
  const report: Report = (where, what) => void problems.push(`${where}: ${what}`);
  const pack = parsed(packSchema, await readFile(join(dir, "pack.yaml"), "utf8"), "pack.yaml", report);
  const slugs = (await readdir(join(dir, "materials")))
    .filter((name) => name.endsWith(".md"))
    .map((name) => name.slice(0, -3))
    .sort();
  for (const name of await readdir(join(dir, "questions"))) {
    if (!slugs.includes(name.replace(/\.yaml$/, ""))) report(`questions/${name}`, "has no material of that name");
  }
  const materials: ContentMaterial[] = [];
  for (const slug of slugs) {
    const material = await readMaterial(dir, slug, report);
    if (material) materials.push(material);
  }
  reportDuplicates(materials, report);
  if (!pack || problems.length > 0) throw new Error(`The content pack has ${problems.length} problems:\n${problems.join("\n")}`);
  return { ...pack, materials };
}
