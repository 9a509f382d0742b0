import { beforeAll, expect, test } from "vitest";
import { aBranch, aPerson } from "#tests/world/people.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { createMaterial } from "./create-material.ts";
import { getMaterialDesk } from "./get-material-desk.ts";
import { previewMaterial } from "./preview-material.ts";

const world = { editor: 0, member: 0 };

beforeAll(async () => {
  const root = await aBranch();
  world.editor = await aPerson(root.id, { held: [{ office: "organizer", branchId: root.id }] });
  world.member = await aPerson(root.id);
});

test("the view while writing is the view after saving", async () => {
  const body = "## 一\n\n正文**一**段。\n\n<script>alert(1)</script>\n\n- 甲\n- 乙\n\n末段〔?〕。";
  const { blocks } = await told(previewMaterial, world.editor, { body });
  const { slug } = await told(createMaterial, world.editor, { title: "预览", body });
  expect((await told(getMaterialDesk, world.editor, { slug })).blocks).toEqual(blocks);
  expect(JSON.stringify(blocks)).not.toContain("script");
});

test("an empty text has an empty view; what cannot be typeset and who may not write are refused", async () => {
  expect(await told(previewMaterial, world.editor, { body: "" })).toEqual({ blocks: [] });
  expect(await codeOf(previewMaterial, world.editor, { body: "> ".repeat(40) })).toBe("text-nested");
  expect(await codeOf(previewMaterial, world.member, { body: "一" })).toBe("forbidden");
});
