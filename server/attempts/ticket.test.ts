import { beforeAll, expect, test } from "vitest";
import { mintAnswerTicket, mintStreamTicket, readTicket } from "./ticket.ts";

const now = new Date("2026-11-22T08:00:00Z");
const sessionId = "0b7c1f0e-7a55-4c55-9d7e-1f1c1f1c1f1c";
const said = { attemptId: 7, personId: 3, sessionId };
const later = (ms: number) => new Date(now.getTime() + ms);

beforeAll(() => {
  process.env["AUTH_SECRET"] = "a secret of this test alone, long enough";
});

test("a ticket says what was signed, until its twelve hours are over", () => {
  const text = mintAnswerTicket({ ...said, now });
  expect(readTicket("answer", text, now)).toMatchObject(said);
  expect(readTicket("answer", text, later(12 * 3_600_000 - 1))).toMatchObject(said);
  expect(readTicket("answer", text, later(12 * 3_600_000))).toBeNull();
});

test("a ticket of one kind is nothing for the other", () => {
  const answer = mintAnswerTicket({ ...said, now });
  const stream = mintStreamTicket({ contestId: 1, ...said, now });
  expect(readTicket("stream", answer, now)).toBeNull();
  expect(readTicket("answer", stream, now)).toBeNull();
  expect(readTicket("stream", stream, now)).toMatchObject({ contestId: 1, attemptId: 7 });
});

test("whatever is changed, cut or of another secret is refused", () => {
  const text = mintAnswerTicket({ ...said, now });
  const [body = "", signature = ""] = text.split(".");
  const other = Buffer.from(JSON.stringify({ ...said, attemptId: 8, expiresAtS: 9_999_999_999 })).toString("base64url");
  for (const forged of [
    "",
    ".",
    "x",
    body,
    `${body}.`,
    `${other}.${signature}`,
    `${body}.${signature.slice(1)}`,
    `${text}x`,
    `${signature}.${body}`,
  ]) {
    expect(readTicket("answer", forged, now), forged).toBeNull();
  }
  process.env["AUTH_SECRET"] = "another secret of this test, as long as it";
  expect(readTicket("answer", text, now)).toBeNull();
  process.env["AUTH_SECRET"] = "a secret of this test alone, long enough";
});
