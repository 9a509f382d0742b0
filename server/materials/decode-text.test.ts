import { describe, expect, test } from "vitest";
import { decodeText } from "./decode-text.ts";

const refusal = (code: string) => expect.objectContaining({ code });
const text = "云溪县第一支部学习记录，二〇二五年三月。";
/** 云溪县 in GB18030; Node encodes only UTF-8 and UTF-16. */
const gb18030 = Uint8Array.from([0xd4, 0xc6, 0xcf, 0xaa, 0xcf, 0xd8]);

describe("the encodings people have", () => {
  test("UTF-8 with and without BOM, UTF-16 both ways, GB18030", () => {
    const le = Buffer.from(`\uFEFF${text}`, "utf16le");
    expect(decodeText(Buffer.from(text))).toBe(text);
    expect(decodeText(Buffer.from(`\uFEFF${text}`))).toBe(text);
    expect(decodeText(le)).toBe(text);
    expect(decodeText(Buffer.from(le).swap16())).toBe(text);
    expect(decodeText(gb18030)).toBe("云溪县");
  });

  test("UTF-8 with one broken byte is read as UTF-8 with the place marked", () => {
    const bytes = Buffer.from(text.repeat(10));
    bytes[31] = 0xff;
    const read = decodeText(bytes);
    expect(read).toContain("\uFFFD");
    expect(read).toContain("二〇二五年三月。");
  });
});

describe("what is not a text", () => {
  test.each([
    ["nothing", new Uint8Array(0), "file-empty"],
    ["only spaces", Buffer.from(" \n\u3000"), "file-empty"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000", "hex"), "file-not-text"],
    ["a zip", Buffer.from("504b030414000000", "hex"), "file-not-text"],
    ["zero bytes", Buffer.from("a\0b\0"), "file-not-text"],
    ["bytes of no encoding", Buffer.from(Array.from({ length: 400 }, (_, at) => 0x80 + ((at * 37) % 0x7f))), "file-encoding-unknown"],
    ["too large", Buffer.alloc(2 * 1024 * 1024 + 1, 0x61), "file-too-large"],
    ["too long", Buffer.alloc(500_001, 0x61), "text-too-long"],
  ])("%s is refused", (_, bytes, code) => {
    expect(() => decodeText(bytes)).toThrowError(refusal(code));
  });
});
