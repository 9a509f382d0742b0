import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chineseDay, dayOf, englishDay } from "./day-of.ts";
import { fitText } from "./fit-text.ts";
import { layCertificateOut, SHEET } from "./layout.ts";
import { maskName } from "./mask-name.ts";
import { drawnText, rareCharacters } from "./rare-characters.ts";
import { codeOf, readSerial, serialOf } from "./serial.ts";

/** A font in which Chinese is as wide as the size and everything else half of it. */
const measure = (text: string, size: number) => [...text].reduce((sum, sign) => sum + (sign > "\u2e7f" ? size : size / 2), 0);

describe("serial", () => {
  test("is read back however it was typed", () => {
    const serial = serialOf("ZX", 2026, 123);
    expect(serial).toBe("ZX-2026-000123");
    for (const typed of [serial, " zx-2026-000123 ", "ＺＸ－２０２６－０００１２３", "ZX – 2026 – 000123"])
      expect(readSerial(typed)).toBe(serial);
    for (const typed of ["", "ZX-2026-1", "2026-000123", "ZX-2026-000123; drop", "张-2026-000123"]) expect(readSerial(typed)).toBeNull();
    expect(readSerial(serialOf("ZX", 2026, 1_234_567))).toBe("ZX-2026-1234567");
  });

  test("begins with the organisation's code when it can stand in an address", () => {
    expect(["XHJG", "A1", "ZX"].map(codeOf)).toEqual(["XHJG", "A1", "ZX"]);
    expect(["", "x", "9A", "测试", "TOOLONGCODE", null, 7].map(codeOf)).toEqual(Array(7).fill("ZX"));
  });
});

describe("name", () => {
  test("shows its holder and hides from a stranger", () => {
    const masked = {
      张三: "张*",
      张小三: "张*三",
      欧阳小三: "欧**三",
      阿不都热合曼·买买提江: "阿* 买*",
      "Ada Lovelace": "A* L*",
      Ada: "A**",
      𠮷田: "𠮷*",
    };
    for (const [name, shown] of Object.entries(masked)) expect(maskName(name), name).toBe(shown);
  });

  test("never tells the whole of a name, and never fails", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), (name) => {
        expect(maskName(name)).toContain("*");
      }),
    );
  });
});

test("a day is the organisation's, in words of both languages", () => {
  expect(dayOf(new Date("2026-12-31T16:00:00Z"))).toBe("2027-01-01");
  expect(dayOf(new Date("2026-12-31T15:59:59Z"))).toBe("2026-12-31");
  expect([chineseDay("2026-03-08"), englishDay("2026-03-08")]).toEqual(["2026年3月8日", "8 March 2026"]);
});

test("characters without a shape are named and drawn as bars; what has no shape of its own is left out", () => {
  const has = (point: number) => point < 0x20000;
  expect(rareCharacters("𠮷田𠮷𬭎", has)).toEqual(["𠮷", "𬭎"]);
  expect(drawnText("𠮷田\u{E0100}", has)).toBe("〓田");
  expect(rareCharacters("葛\u{E0100}", has)).toEqual([]);
});

describe("fitting", () => {
  const box = { width: 200, size: 20, least: 10, most: 2 };

  test("sets smaller before it breaks off, keeps words whole and closing marks with what they close", () => {
    expect(fitText("第三支部", box, measure)).toEqual({ lines: ["第三支部"], size: 20 });
    const long = fitText("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", box, measure);
    expect([long.lines.length, long.size < 20]).toEqual([2, true]);
    expect(fitText("learning together", { ...box, width: 100 }, measure).lines).toEqual(["learning", "together"]);
    expect(fitText("一二三四五六七八九十，二二", box, measure).lines.some((line) => line.startsWith("，"))).toBe(false);
  });

  test("whatever the text, no line is wider than the box and there are never too many", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (text) => {
        const { lines, size } = fitText(text, box, measure);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(measure(line, size)).toBeLessThanOrEqual(200 + 1e-6);
      }),
    );
  });
});

test("nothing is laid out beyond the sheet, whatever the names are", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 120 });
  const day = "2026-03-08";
  fc.assert(
    fc.property(text, text, text, text, text, (name, branch, programme, title, organisation) => {
      const snapshot = {
        serial: "ZX-2026-000123",
        verifyUrl: "https://study.example/verify/ZX-2026-000123",
        finishedOn: day,
        issuedOn: day,
      };
      const words = { name, branch, programme, programmeEn: programme, title, titleEn: title, organisation };
      for (const mark of layCertificateOut({ ...snapshot, ...words }, [[true]], measure)) {
        if (mark.kind !== "text") continue;
        expect(mark.x).toBeGreaterThan(30);
        expect(mark.x + measure(mark.text, mark.size)).toBeLessThan(SHEET.width - 30);
        expect(mark.y).toBeLessThan(SHEET.height - 30);
      }
    }),
    { numRuns: 200 },
  );
});
