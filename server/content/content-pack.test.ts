import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pinyin } from "pinyin-pro";
import { describe, expect, test } from "vitest";
import { type ContentMaterial, readContentPack } from "./content-pack.ts";

const root = process.cwd();
const sourcesDir = join(root, "..", "shared", "sources");
const pack = await readContentPack(join(root, "content"));
const questions = pack.materials.flatMap((material) => material.questions);
const singles = questions.filter((question) => question.type === "single");

/** Names and slogans that can only be written one way; titles in 《》 are exempt anyway. */
const fixedTerms = [
  "习近平新时代中国特色社会主义思想",
  "习近平总书记关于党的建设的重要思想",
  "中国共产党中央和国家机关工作委员会",
  "中央和国家机关党的工作暨纪检工作会议",
  "中央和国家机关党的建设工作会议",
  "全国退役军人创业创新大赛",
  "全国人大常委会办公厅联络局",
  "全国政协办公厅机关事务管理局",
  "自然资源和生态环境审计司",
  "中央办公厅通信局电视会议处",
  "国家税务总局社会保险费司",
  "中央宣传部政策研究室",
  "公安部经济犯罪侦查局",
  "住房城乡建设部住房公积金监管司",
  "国家发展改革委经济运行调节局",
];

/**
 * The syllables of a text, so that traditional and simplified characters compare alike (著 for 着 is the one that reads
 * differently). Fixed terms, titles, quotation
 * marks and the comma of enumerations (、) become gaps: a list of terms is the same list in any words.
 */
function soundsOf(value: string): string[] {
  let open = value.replaceAll("著", "着").replace(/《[^》]*》|[“”、]/g, "*");
  for (const term of fixedTerms) open = open.replaceAll(term, "*");
  const kept = open.replace(/[^\p{Script=Han}*]/gu, "");
  return kept.split("*").flatMap((run) => [...pinyin(run, { toneType: "none", type: "array" }), "*"]);
}

const runsOf = (sounds: string[], length: number): string[] =>
  sounds.flatMap((_, at) => {
    const run = sounds.slice(at, at + length);
    return run.length < length || run.includes("*") ? [] : [run.join(" ")];
  });

const writtenOf = ({ body, questions: list }: ContentMaterial): string[] => [
  body,
  ...list.flatMap((question) => [question.stem, question.explanation, ...("options" in question ? question.options : [])]),
];

async function readSource(file: string): Promise<string | null> {
  const names = await readdir(sourcesDir).catch(() => []);
  const name = names.find((each) => each.startsWith(`${file}_`));
  if (!name) return null;
  const raw = await readFile(join(sourcesDir, name), "utf8");
  return raw.replace(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü']+\)/g, "");
}

describe("the shipped content pack", () => {
  test("has at least twelve texts and 240 questions", () => {
    expect(pack.materials.length).toBeGreaterThanOrEqual(12);
    expect(questions.length).toBeGreaterThanOrEqual(240);
  });

  test.each(["A", "B", "C", "D"])("gives %s as the right letter of at most 40 %% of single choices", (letter) => {
    expect(singles.filter((question) => question.answer === letter).length / singles.length).toBeLessThanOrEqual(0.4);
  });

  test("does not reward picking the longest option", () => {
    const hits = singles.reduce((sum, { options, answer }) => {
      const longest = Math.max(...options.map((option) => option.length));
      const isLongest = options[answer.charCodeAt(0) - 65]?.length === longest;
      return sum + (isLongest ? 1 / options.filter((option) => option.length === longest).length : 0);
    }, 0);
    expect(hits / singles.length).toBeLessThanOrEqual(0.45);
  });

  test.each(pack.materials)("$slug shares no 16-character run with its source", async (material) => {
    const source = await readSource(material.source.file);
    if (source === null) return; // the sources are not part of a shipped copy
    const known = new Set(runsOf(soundsOf(source), 16));
    const copied = writtenOf(material)
      .flatMap((each) => runsOf(soundsOf(each), 16))
      .filter((run) => known.has(run));
    expect(copied).toEqual([]);
  });
});
