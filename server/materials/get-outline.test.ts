import { expect, test } from "vitest";
import { aFindableText } from "#tests/world/library.ts";
import { refusalOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson } from "#tests/world/people.ts";
import { tell, told } from "#tests/world/tell.ts";
import { getOutline } from "./get-outline.ts";

test("headings and paragraphs stand in order by their first words, whole characters only; who may not read the text hears nothing of it", async () => {
  const [ours, theirs] = [await aBranch(), await aBranch()];
  const [reader, stranger] = [await aPerson(ours.id), await aPerson(theirs.id)];
  const body = `# 第一章\n\n${"𠮷".repeat(31)}\n\n短的一段。\n\n## 第一节\n\n又一段。`;
  const { slug } = await aFindableText(ours.id, { title: "实践论", body });
  const { title, blocks } = await told(getOutline, reader, { slug });
  expect(title).toBe("实践论");
  expect(blocks.map(({ depth, words }) => [depth, words])).toEqual([
    [1, "第一章"],
    [0, `${"𠮷".repeat(30)}…`],
    [0, "短的一段。"],
    [2, "第一节"],
    [0, "又一段。"],
  ]);
  expect(blocks.filter(({ depth }) => depth === 0).map(({ id }) => id)).toEqual(["p1", "p2", "p3"]);
  expect(refusalOf(await tell(getOutline, stranger, { slug }))).toBe("not-found");
});
