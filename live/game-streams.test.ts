// Longer than a screen: each test is one promise to a hall with phones.
import { get, type IncomingMessage, type Server } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { closeAnswerPool } from "#server/attempts/answer-pool.ts";
import { closeGameQuestion } from "#server/games/close-game-question.ts";
import { decideWord } from "#server/games/decide-word.ts";
import { endPrompt } from "#server/games/end-prompt.ts";
import type { GameEvents } from "#server/games/game-events.ts";
import { getGameScreen } from "#server/games/get-game-screen.ts";
import { openPrompt } from "#server/games/open-prompt.ts";
import { pauseGame } from "#server/games/pause-game.ts";
import { removePlayer } from "#server/games/remove-player.ts";
import { resumeGame } from "#server/games/resume-game.ts";
import { echoPages, openTestDoor, send, type TestDoor } from "#tests/live/test-door.ts";
import { aGame, aGameHouse, type Joined, joined, placeOfRight, rowOf, turn } from "#tests/world/game.ts";
import { anOrganisation, aPerson } from "#tests/world/people.ts";
import { told } from "#tests/world/tell.ts";

let house: Awaited<ReturnType<typeof aGameHouse>>;
let pages: { server: Server; port: number };
let door: TestDoor;
const open: IncomingMessage[] = [];

beforeAll(async () => {
  await anOrganisation(false);
  house = await aGameHouse();
  pages = await echoPages();
});
beforeEach(async () => {
  door = await openTestDoor(pages.port);
});
afterEach(async () => {
  for (const one of open.splice(0)) one.destroy();
  await door.end();
});
afterAll(async () => {
  pages.server.close();
  await closeAnswerPool();
});

/** Opens a stream and collects what it says. */
async function listen(gameId: number, ticket: string) {
  const seen = { status: 0, raw: "", isEnded: false };
  await new Promise<void>((resolve, reject) => {
    const path = `/api/streams/games/${gameId}?ticket=${ticket}`;
    get({ port: door.port, host: "127.0.0.1", path, headers: { host: "localhost" } }, (found) => {
      open.push(found);
      seen.status = found.statusCode ?? 0;
      found.setEncoding("utf8");
      found.on("data", (text: string) => (seen.raw += text));
      for (const end of ["end", "close", "error"]) found.on(end, () => (seen.isEnded = true));
      resolve();
    }).on("error", reject);
  });
  return seen;
}
type Heard = Awaited<ReturnType<typeof listen>>;
function all<N extends keyof GameEvents>(heard: Heard, name: N): GameEvents[N][] {
  return [...heard.raw.matchAll(new RegExp(`^event: ${name}\\ndata: (.*)$`, "gm"))].map(([, data]) => JSON.parse(data ?? "{}"));
}
const last = <N extends keyof GameEvents>(heard: Heard, name: N) => all(heard, name).at(-1) as GameEvents[N];
const stageOf = (heard: Heard) => last(heard, "game")?.stage;
const until = (what: () => unknown, wanted: unknown) => expect.poll(what, { timeout: 3_000, interval: 10 }).toEqual(wanted);

async function room(players: number, over: Parameters<typeof aGame>[1] = {}) {
  const { id, code } = await aGame(house, over);
  const there: Joined[] = [];
  for (let at = 0; at < players; at += 1) there.push(await joined(await aPerson(house.left), code));
  const screen = await told(getGameScreen, house.organizer, { code });
  return { id, code, players: there, one: there[0] as Joined, two: there[1] as Joined, screen: screen.ticket };
}
const act = async (verb: typeof pauseGame, id: number) => told(verb, house.organizer, { id, expected: (await rowOf(id)).state_seq });
/** Lets the time to read pass without waiting for it. */
async function opened(id: number): Promise<void> {
  await turn(house.organizer, id, new Date(Date.now() - 4_000));
}
async function say(player: Joined, questionNo: number, isRight: boolean) {
  const right = await placeOfRight(player.gameId, questionNo);
  const body = JSON.stringify({ ticket: player.ticket, questionNo, response: { picks: [isRight ? right : (right + 1) % 3] } });
  const headers = { host: "localhost", origin: "http://localhost", "content-type": "application/json" };
  return send(door.port, `/api/games/${player.gameId}/answers`, { method: "POST", headers, body });
}

test("a whole game is followed by phones and a screen: each state within a second, the own place to each alone, the same bytes to all", async () => {
  const { id, one, two, screen } = await room(2);
  const [a, b, hall] = [await listen(id, one.ticket), await listen(id, two.ticket), await listen(id, screen)];
  await until(() => last(hall, "crowd")?.players, 2);
  await opened(id);
  for (const heard of [a, b, hall]) await until(() => stageOf(heard), "question");
  expect((await say(one, 0, true)).status).toBe(200);
  expect((await say(two, 0, false)).status).toBe(200);
  await until(() => last(hall, "crowd").answered, 2);
  await act(closeGameQuestion, id);
  await turn(house.organizer, id, new Date());
  await until(() => stageOf(a), "revealed");
  await until(() => last(a, "own").place, 1);
  await until(() => last(b, "own").place, 2);
  expect(last(a, "own")).toMatchObject({ milli: 1_000_000, of: 2, gapMilli: null, answer: { isRight: true, milli: 1_000_000 } });
  expect(last(b, "own")).toMatchObject({ milli: 0, gapMilli: 1_000_000, answer: { isRight: false, milli: 0 } });
  const right = await placeOfRight(id, 0);
  expect(last(a, "game").reveal).toMatchObject({ key: { correct: right }, explanation: "因为是乙。", answered: 2, right: 1 });
  expect(last(a, "game").reveal?.counts.reduce((sum, count) => sum + count)).toBe(2);
  await turn(house.organizer, id, new Date());
  await until(
    () => last(hall, "game").board?.top.map(({ place, milli }) => [place, milli]),
    [
      [1, 1_000_000],
      [2, 0],
    ],
  );
  expect(JSON.stringify(all(a, "game"))).toBe(JSON.stringify(all(b, "game")));
});

test("before the reveal no stream holds a key, an explanation, a distribution, a verdict or another question", async () => {
  const { id, one, two, screen } = await room(2);
  const heard = [await listen(id, one.ticket), await listen(id, two.ticket), await listen(id, screen)];
  await opened(id);
  await say(one, 0, true);
  await until(() => last(heard[2] as Heard, "crowd").answered, 1);
  const back = await listen(id, one.ticket);
  await until(() => last(back, "own")?.answer?.questionNo, 0);
  for (const { raw } of [...heard, back]) {
    expect(raw).not.toMatch(/correct|因为|"counts":|"isRight":(true|false)|"milli":[1-9]/);
    expect(raw).toContain('"reveal":null');
  }
});

test("whoever comes back in any state is told it at once, with the answer that stands and the points so far", async () => {
  const { id, one } = await room(1);
  const states: string[] = [];
  const comeBack = async () => {
    const heard = await listen(id, one.ticket);
    await until(() => all(heard, "own").length, 1);
    states.push(stageOf(heard));
    return heard;
  };
  const first = await comeBack();
  await opened(id);
  await until(() => stageOf(first), "question");
  expect((await say(one, 0, true)).status).toBe(200);
  expect(last(await comeBack(), "own")).toMatchObject({ milli: 0, place: null, answer: { questionNo: 0, isRight: null } });
  await act(pauseGame, id);
  const paused = await comeBack();
  await until(() => last(paused, "game").pausedAt !== null, true);
  for (const stream of open.splice(0)) stream.destroy();
  await act(resumeGame, id);
  await act(closeGameQuestion, id);
  for (const stage of ["revealed", "board"] as const) {
    await turn(house.organizer, id, new Date());
    const heard = await comeBack();
    await until(() => stageOf(heard), stage);
    states.push(stage);
    for (const stream of open.splice(0)) stream.destroy();
  }
  expect(last(await comeBack(), "own")).toMatchObject({ milli: 1_000_000, place: 1, of: 1 });
  expect(new Set(states)).toEqual(new Set(["lobby", "question", "revealed", "board"]));
});

test("a door that starts anew in the middle of a question tells the same question with the same time, and the answer that stands", async () => {
  const { id, one } = await room(1);
  await opened(id);
  const before = await listen(id, one.ticket);
  await until(() => stageOf(before), "question");
  const said = JSON.parse((await say(one, 0, true)).body);
  await door.end();
  door = await openTestDoor(pages.port);
  const after = await listen(id, one.ticket);
  await until(() => all(after, "own").length, 1);
  const { serverNow: _was, ...was } = { serverNow: "", ...last(before, "game") };
  expect(last(after, "game")).toEqual(was);
  expect(last(after, "own").answer).toMatchObject({ receivedAt: said.receivedAt, response: said.response });
  expect(JSON.parse((await say(one, 0, false)).body)).toEqual({ ...said, outcome: "stands" });
});

test("removed, a player is told so and shown out, and the ticket opens nothing more; others stay", async () => {
  const { id, one, two } = await room(2);
  const [a, b] = [await listen(id, one.ticket), await listen(id, two.ticket)];
  await until(() => all(a, "own").length, 1);
  await told(removePlayer, house.organizer, { id, playerId: one.playerId });
  await until(() => a.isEnded, true);
  expect(last(a, "own").isRemoved).toBe(true);
  expect((await listen(id, one.ticket)).status).toBe(404);
  expect(b.isEnded).toBe(false);
});

test("another game's address, a forged ticket and somebody signed out are refused; a fourth stream is too many", async () => {
  const { id, one } = await room(1);
  expect((await listen(id + 1, one.ticket)).status).toBe(404);
  expect((await listen(id, `${one.ticket.slice(0, -2)}aa`)).status).toBe(401);
  for (const status of [200, 200, 200, 429]) expect((await listen(id, one.ticket)).status).toBe(status);
});

test("answers close by themselves when everybody who is there has answered, and wait for whoever is there and has not", async () => {
  const { id, one, two, screen } = await room(3, { rules: { autoClose: true } });
  const [phone, other, hall] = [await listen(id, one.ticket), await listen(id, two.ticket), await listen(id, screen)];
  await opened(id);
  await until(() => [stageOf(phone), stageOf(other), stageOf(hall)], ["question", "question", "question"]);
  const { closes_at: wasTo } = await rowOf(id);
  expect((await say(one, 0, true)).status).toBe(200);
  const waits = async () =>
    (await database("judge").execute(`select waiting from game_waits where game_id = ${id}`)).rows.map((row) => row["waiting"]);
  await expect.poll(waits, { timeout: 5_000 }).toEqual([1]);
  expect((await rowOf(id)).closes_at).toEqual(wasTo);
  // The third joined and went away: nobody waits for a phone that is not there.
  expect((await say(two, 0, false)).status).toBe(200);
  await expect.poll(async () => (await rowOf(id)).closes_at < wasTo, { timeout: 5_000 }).toBe(true);
  expect((await rowOf(id)).state_seq).toBe(2);
});

test("what a room says is heard by the screen at once, by phones when it is closed, and by nobody before the host has shown it", async () => {
  const { id, one, screen } = await room(1);
  const [phone, hall] = [await listen(id, one.ticket), await listen(id, screen)];
  const put = { id, expected: 0, kind: "words", title: "一个词" };
  await told(openPrompt, house.organizer, put);
  await until(() => last(phone, "game")?.prompt?.title, "一个词");
  const promptId = last(phone, "game").prompt?.id ?? 0;
  const body = JSON.stringify({ ticket: one.ticket, promptId, said: { kind: "words", words: ["藏着的词"] } });
  const headers = { host: "localhost", origin: "http://localhost", "content-type": "application/json" };
  expect((await send(door.port, `/api/games/${id}/says`, { method: "POST", headers, body })).status).toBe(200);
  await until(() => last(hall, "prompt")?.said, 1);
  expect(`${phone.raw}${hall.raw}`).not.toContain("藏着的词");
  await told(decideWord, house.organizer, { id, promptId, words: ["藏着的词"], state: "shown" });
  await until(() => last(hall, "prompt")?.words, [{ word: "藏着的词", count: 1 }]);
  expect(phone.raw).not.toContain("藏着的词");
  const again = await listen(id, one.ticket);
  await until(() => last(again, "own")?.say?.words, ["藏着的词"]);
  await told(endPrompt, house.organizer, { id, expected: 1, what: "close" });
  await until(() => last(phone, "prompt")?.words, [{ word: "藏着的词", count: 1 }]);
});
