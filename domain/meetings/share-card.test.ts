import { expect, test } from "vitest";
import type { Mark } from "#domain/certificates/layout.ts";
import { CARD, layShareCardOut, type ShareCard } from "./share-card.ts";

const measure = (text: string, size: number): number => [...text].reduce((sum, sign) => sum + (sign < "\u2e80" ? size / 2 : size), 0);
const modules = Array.from({ length: 29 }, (_, row) => Array.from({ length: 29 }, (_, column) => (row + column) % 2 === 0));
const short: ShareCard = {
  ...{ holder: "青年读书会", kind: "读书会", title: "《实践论》共读", place: "二楼会议室", address: "https://study.example/meetings/1" },
  ...{ when: "2026年12月3日 周四 14:30–16:00", hint: "扫码查看活动并回复" },
};
const long = { ...short, holder: "读".repeat(80), title: "长".repeat(120), place: "楼".repeat(120), hint: "扫".repeat(60) };

const texts = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === "text" ? [mark] : []));
const code = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === "shape" && mark.isCode ? mark.shape.flat() : []));

test.each([
  ["short", short],
  ["as long as may be", long],
  ["without a place", { ...short, place: "" }],
])("a card's words (%s) stay on it, in order, clear of each other and of the code", (_, card) => {
  const marks = layShareCardOut(card, modules, measure);
  const [first, ...others] = texts(marks);
  for (const { text, x, size } of texts(marks)) {
    expect(x, text).toBeGreaterThanOrEqual(40);
    expect(x + measure(text, size), text).toBeLessThanOrEqual(CARD.width - 40);
  }
  let above = first;
  for (const line of others) {
    expect(line.y - line.size, line.text).toBeGreaterThan((above?.y ?? 0) - 0.01);
    above = line;
  }
  const [top, bottom] = [Math.min(...code(marks).map(([, y]) => y)), Math.max(...code(marks).map(([, y]) => y))];
  const frameTop = top - 18;
  for (const { y, size, text } of texts(marks)) expect(y < frameTop || y - size > bottom, text).toBe(true);
  expect(above?.y).toBeLessThan(CARD.height - 20);
});
