import { beforeEach, expect, test } from "vitest";
import { type Kept, keptWords, type Sent, sendKept } from "./outbox.ts";

/** A browser's store, as far as words need it. */
function memory(): Storage {
  const all = new Map<string, string>();
  return {
    get length() {
      return all.size;
    },
    key: (at) => [...all.keys()][at] ?? null,
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => void all.set(key, value),
    removeItem: (key) => void all.delete(key),
    clear: () => all.clear(),
  };
}
const kept = (key: string, text: string, writtenAt: number): Kept => ({
  key,
  path: "/p",
  body: { body: text },
  text,
  refused: null,
  writtenAt,
});

let store: Storage;
beforeEach(() => {
  store = memory();
});
const words = () => keptWords(store, 7, 12);

test("what was written while the line was down stays, outlives the page, and is sent in its order once the line is back", async () => {
  words().put(kept("b", "第二句", 2));
  words().put(kept("a", "第一句", 1));
  const sent: string[] = [];
  expect(await sendKept(words(), async () => ({ kind: "away" }))).toBe(false);
  expect(words().list()).toHaveLength(2);
  const take = async ({ text }: Kept): Promise<Sent> => {
    sent.push(text);
    return { kind: "done" };
  };
  expect(await sendKept(words(), take)).toBe(true);
  expect(sent).toEqual(["第一句", "第二句"]);
  expect(words().list()).toEqual([]);
});

test("words written while older ones of the same key were on their way are not dropped with them", async () => {
  words().put(kept("a", "旧", 1));
  await sendKept(words(), async () => {
    words().put(kept("a", "新", 2));
    return { kind: "done" };
  });
  expect(
    words()
      .list()
      .map(({ text }) => text),
  ).toEqual(["新"]);
});

test("refused words stay to be read, are not sent again by themselves, and hold up nothing", async () => {
  words().put(kept("a", "被拒", 1));
  words().put(kept("b", "好的", 2));
  const sent: string[] = [];
  const send = async ({ key, text }: Kept): Promise<Sent> => {
    sent.push(text);
    return key === "a" ? { kind: "refused", code: "meeting-is-over" } : { kind: "done" };
  };
  expect(await sendKept(words(), send)).toBe(true);
  expect(await sendKept(words(), send)).toBe(true);
  expect(sent).toEqual(["被拒", "好的"]);
  expect(words().list()).toEqual([expect.objectContaining({ text: "被拒", refused: "meeting-is-over" })]);
});

test("another person's words and another meeting's are not seen, and a broken entry is passed over", () => {
  words().put(kept("a", "我的", 1));
  keptWords(store, 8, 12).put(kept("a", "别人的", 1));
  keptWords(store, 7, 1).put(kept("a", "别处的", 1));
  store.setItem("zx-room:7:12:x", "{cut");
  expect(
    words()
      .list()
      .map(({ text }) => text),
  ).toEqual(["我的"]);
});
