import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { fileParts, files } from "#db/schema/files.ts";
import { createMaterial } from "#server/materials/create-material.ts";
import { aBranch, aPerson } from "#tests/world/people.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { getFile } from "./get-file.ts";
import { listFiles } from "./list-files.ts";
import { rangeOf } from "./range-of.ts";
import { removeFile } from "./remove-file.ts";
import { uploadFile } from "./upload-file.ts";

/** A PNG's header that says how large it is, and as many bytes after it as are wished. */
function png(width: number, height: number, more = 0): Uint8Array {
  const bytes = Buffer.alloc(33 + more, 7);
  Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

const world = { editor: 0, other: 0, member: 0, outsider: 0, slug: "" };

beforeAll(async () => {
  const [left, right] = [await aBranch(), await aBranch()];
  world.editor = await aPerson(left.id, { held: [{ office: "organizer", branchId: left.id }] });
  world.other = await aPerson(right.id, { held: [{ office: "organizer", branchId: right.id }] });
  world.member = await aPerson(left.id);
  world.outsider = await aPerson(right.id);
  const make = async (title: string) =>
    (await told(createMaterial, world.editor, { title, body: `${title}一段。`, branchId: left.id })).slug;
  world.slug = await make("附图的材料");
});

const upload = (name: string, bytes: Uint8Array) => told(uploadFile, world.editor, { slug: world.slug, file: { name, bytes } });
const refused = (name: string, bytes: Uint8Array) => codeOf(uploadFile, world.editor, { slug: world.slug, file: { name, bytes } });

describe("what is kept", () => {
  test("a file longer than a part is kept in parts, read whole and by range, and only by those who may", async () => {
    const bytes = png(800, 600, 2_500_000);
    bytes[1_048_576] = 42;
    const file = await upload("../图 表\u202E#1.PNG", bytes);
    expect(file).toMatchObject({ name: "图 表 1.png", contentType: "image/png", size: bytes.length });
    expect(file.address).toBe(`/api/files/${file.id}/${encodeURIComponent("图 表 1.png")}`);
    expect((await database("desk").select({ part: fileParts.part }).from(fileParts)).length).toBe(3);
    const whole = await told(getFile, world.editor, { id: file.id, name: "x" });
    expect(Buffer.compare(whole.bytes as Uint8Array, bytes)).toBe(0);
    const part = await told(getFile, world.editor, { id: file.id, name: "x", range: "bytes=1048570-1048580" });
    expect([part.start, part.isPart, [...(part.bytes as Uint8Array)]]).toEqual([1_048_570, true, [7, 7, 7, 7, 7, 7, 42, 7, 7, 7, 7]]);
    expect((await told(getFile, world.editor, { id: file.id, name: "x", held: `"${whole.sha256}"` })).bytes).toBeNull();
    // Not published: only its editors.
    for (const nobody of [world.member, world.outsider, world.other])
      expect(await codeOf(getFile, nobody, { id: file.id, name: "x" })).toBe("not-found");
    expect(await codeOf(uploadFile, world.other, { slug: world.slug, file: { name: "a.png", bytes } })).toBe("not-found");
    expect(await codeOf(listFiles, world.other, { slug: world.slug })).toBe("not-found");
  });

  test("taken out of the list it is still read, for older wordings", async () => {
    const file = await upload("会议.pdf", Buffer.from("%PDF-1.7 内容"));
    expect((await told(listFiles, world.editor, { slug: world.slug })).items.map(({ id }) => id)).toContain(file.id);
    await told(removeFile, world.editor, { slug: world.slug, id: file.id });
    expect((await told(listFiles, world.editor, { slug: world.slug })).items.map(({ id }) => id)).not.toContain(file.id);
    expect(await codeOf(getFile, world.editor, { id: file.id, name: "x" })).toBe("done");
  });
});

test("what is refused: nothing, too much, other kinds whatever they are called, broken pictures and floods of pixels; nothing is written", async () => {
  const before = await database("desk").$count(files);
  expect(await refused("a.png", new Uint8Array())).toBe("file-empty");
  expect(await refused("a.png", png(10, 10, 25_000_000))).toBe("file-too-large");
  expect(await refused("a.png", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'))).toBe("file-type");
  expect(await refused("a.png", Buffer.from("<!doctype html><script>1</script>"))).toBe("file-type");
  expect(await refused("a.png", Buffer.from("\0\0\0\x1cftypavif\0\0\0\0", "latin1"))).toBe("file-type");
  expect(await refused("a.exe", Buffer.from("MZ\x90\0"))).toBe("file-type");
  expect(await refused("a.png", png(30_000, 30_000))).toBe("picture-too-large");
  expect(await refused("a.png", png(8_000, 8_000))).toBe("picture-too-large");
  expect(await refused("a.png", png(0, 5))).toBe("picture-damaged");
  expect(await refused("a.jpg", Buffer.from("ffd8ffe000104a464946", "hex"))).toBe("picture-damaged");
  expect(await database("desk").$count(files)).toBe(before);
});

test("ranges: from, to, the last, outside, nonsense", () => {
  expect(rangeOf(undefined, 100)).toBeNull();
  expect(rangeOf("bytes=0-9", 100)).toEqual({ start: 0, end: 9 });
  expect(rangeOf("bytes=90-", 100)).toEqual({ start: 90, end: 99 });
  expect(rangeOf("bytes=0-", 10_000_000)).toEqual({ start: 0, end: 4_194_303 });
  expect(rangeOf("bytes=-5", 100)).toEqual({ start: 95, end: 99 });
  expect(rangeOf("bytes=-500", 100)).toEqual({ start: 0, end: 99 });
  expect([rangeOf("bytes=100-", 100), rangeOf("bytes=-0", 100)]).toEqual(["none", "none"]);
  expect([rangeOf("bytes=9-1", 100), rangeOf("bytes=0-1,5-6", 100), rangeOf("rows=1-2", 100)]).toEqual([null, null, null]);
});
