import { expect, test, vi } from "vitest";
import { DraftBox } from "./draft-box.ts";

const wait = async (): Promise<void> => {
  await Promise.resolve();
};
const text = (word: string) => ({ texts: [word] });

test("the last answer of each question is sent, once it is there", async () => {
  const sent: unknown[] = [];
  const box = new DraftBox(async (slot, response) => {
    sent.push([slot, response]);
    return { ok: true };
  }, wait);
  box.put(0, text("民"));
  box.put(0, text("民主"));
  box.put(1, { picks: [2] });
  expect(box.state().line).toBe("saving");
  expect(await box.settled()).toBe(true);
  expect(sent).toEqual([
    [0, text("民主")],
    [1, { picks: [2] }],
  ]);
  expect(box.state()).toEqual({ line: "saved", refused: {} });
});

test("an answer changed while it is on its way is sent again", async () => {
  const sent: unknown[] = [];
  const box = new DraftBox(async (slot, response) => {
    if (sent.length === 0) box.put(slot, text("后来的"));
    sent.push(response);
    return { ok: true };
  }, wait);
  box.put(0, text("先前的"));
  await box.settled();
  expect(sent).toEqual([text("先前的"), text("后来的")]);
});

test("a dead line is told and tried again; nothing is lost", async () => {
  const send = vi.fn().mockResolvedValueOnce({ ok: false, code: "offline" }).mockResolvedValue({ ok: true });
  const box = new DraftBox(send, wait);
  const lines: string[] = [];
  box.subscribe(() => lines.push(box.state().line));
  box.put(3, { picks: [1] });
  await vi.waitFor(() => expect(box.state().line).toBe("saved"));
  expect(lines).toEqual(["saving", "offline", "saved"]);
  expect(send).toHaveBeenCalledTimes(2);
});

test("a refusal stands at its question; after the end nothing more is sent", async () => {
  const send = vi.fn().mockResolvedValueOnce({ ok: false, code: "answer-shape" }).mockResolvedValue({ ok: false, code: "is-over" });
  const box = new DraftBox(send, wait);
  box.put(0, text("坏"));
  await box.settled();
  expect(box.state()).toEqual({ line: "saved", refused: { 0: "answer-shape" } });
  box.put(0, text("好"));
  box.put(1, text("晚"));
  expect(await box.settled()).toBe(false);
  expect(box.state()).toMatchObject({ line: "over", refused: { 0: "is-over" } });
  expect(send).toHaveBeenCalledTimes(2);
});
