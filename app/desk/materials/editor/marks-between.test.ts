import { expect, test } from "vitest";
import { marksBetween } from "./marks-between.ts";

const told = (before: string, after: string) =>
  marksBetween(before, after)
    .map(({ text, only }) => (only === null ? text : only === "before" ? `-${text}-` : `+${text}+`))
    .join("");

test("what went and what came stands out in a line", () => {
  expect(told("網(wǎng)站首頁,在此", "網站首頁，在此")).toBe("網-(wǎng)-站首頁-,-+，+在此");
  expect(told("學(xué)習(xí),會(huì)議", "學習，會議")).toBe("學-(xué)-習-(xí),-+，+會-(huì)-議");
  expect(told("一樣", "一樣")).toBe("一樣");
  expect(told("全部去掉", "")).toBe("-全部去掉-");
  expect(told("把控?zé)狳c", "把控熱點")).toBe("把控-?zé)狳c-+熱點+");
});
