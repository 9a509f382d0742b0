import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aGame, aGameHouse, answers, type Joined, joined, rowOf, turn } from "#tests/world/game.ts";
import { anOrganisation, aPerson } from "#tests/world/people.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { decideAsk } from "./decide-ask.ts";
import { decideWord } from "./decide-word.ts";
import { endAbandonedGames } from "./end-abandoned-games.ts";
import { endPrompt } from "./end-prompt.ts";
import { getGameReport } from "./get-game-report.ts";
import { getPromptDesk } from "./get-prompt-desk.ts";
import { openPrompt } from "./open-prompt.ts";
import { pauseGame } from "./pause-game.ts";
import { readPrompt, toldOfPrompt } from "./read-prompt.ts";
import { takeGameSay } from "./take-game-says.ts";

let house: Awaited<ReturnType<typeof aGameHouse>>;
let began = Date.now();
const at = (seconds: number) => new Date(began + seconds * 1_000);
const refusedWith = (code: string) => expect.objectContaining({ code });
beforeAll(async () => {
  await anOrganisation(false);
  house = await aGameHouse();
});

/** A lobby with so many phones in it. */
async function lobby(players: number, rules = {}) {
  began = Date.now();
  const { id, code } = await aGame(house, { rules }, at(-60));
  const there: Joined[] = [];
  for (let who = 0; who < players; who += 1) there.push(await joined(await aPerson(house.left), code, undefined, at(-30)));
  return { id, code, players: there };
}
const put = async (id: number, body: object, second = 0) => {
  const moved = await told(openPrompt, house.organizer, { id, expected: (await rowOf(id)).state_seq, ...body }, at(second));
  const { prompt } = await told(getPromptDesk, house.organizer, { id }, at(second));
  return { moved, promptId: prompt?.id ?? 0 };
};
const end = async (id: number, what: string, second: number) =>
  told(endPrompt, house.organizer, { id, expected: (await rowOf(id)).state_seq, what }, at(second));
const say = (player: Joined | undefined, promptId: number, said: object, second = 1) =>
  takeGameSay(player?.gameId ?? 0, { ticket: player?.ticket, promptId, said }, at(second));
const seen = async (promptId: number, to: "screens" | "phones") => {
  const prompt = await readPrompt(promptId);
  return prompt && toldOfPrompt(prompt, to);
};

test("a poll counts one choice a person, the last while it is open; phones see it when it is closed; it brings no points", async () => {
  const { id, players } = await lobby(3);
  const { promptId } = await put(id, { kind: "poll", title: "下次读哪一篇？", options: ["甲篇", "乙篇"] });
  for (const [who, pick] of [0, 0, 1].entries()) await say(players[who], promptId, { kind: "poll", pick });
  await say(players[0], promptId, { kind: "poll", pick: 1 }, 2);
  expect((await seen(promptId, "screens"))?.counts).toEqual([1, 2]);
  expect((await seen(promptId, "phones"))?.counts).toBeNull();
  await expect(say(players[1], promptId, { kind: "poll", pick: 2 })).rejects.toEqual(refusedWith("prompt-shut"));
  await expect(say(players[1], promptId, { kind: "words", words: ["词"] })).rejects.toEqual(refusedWith("prompt-shut"));
  await end(id, "close", 3);
  await expect(say(players[1], promptId, { kind: "poll", pick: 1 }, 3)).rejects.toEqual(refusedWith("prompt-shut"));
  expect((await seen(promptId, "phones"))?.counts).toEqual([1, 2]);
  const { prompts, people } = await told(getGameReport, house.organizer, { id }, at(4));
  expect(prompts[0]?.options.map(({ count }) => count)).toEqual([1, 2]);
  expect(people.map(({ milli }) => milli)).toEqual([0, 0, 0]);
});

test("words stay with the host until they are shown; spellings are one word; what is put away is gone from the screen", async () => {
  const { id, players } = await lobby(3);
  const { promptId } = await put(id, { kind: "words", title: "一个词说说体会" });
  await say(players[0], promptId, { kind: "words", words: ["担当", "ＡＩ"] });
  await say(players[1], promptId, { kind: "words", words: ["担当。", "乱写"] });
  await say(players[2], promptId, { kind: "words", words: ["ai"] });
  expect((await seen(promptId, "screens"))?.words).toEqual([]);
  const { prompt } = await told(getPromptDesk, house.organizer, { id }, at(2));
  expect(prompt?.words.map(({ key, count, state }) => [key, count, state])).toEqual([
    ["ai", 2, null],
    ["担当", 2, null],
    ["乱写", 1, null],
  ]);
  const decide = (words: string[], state: string) => told(decideWord, house.organizer, { id, promptId, words, state }, at(3));
  await decide(["担当", "ai"], "shown");
  expect((await seen(promptId, "screens"))?.words?.map(({ word, count }) => [word, count])).toEqual([
    ["AI", 2],
    ["担当", 2],
  ]);
  expect((await seen(promptId, "phones"))?.words).toBeNull();
  await decide(["ai"], "hidden");
  await end(id, "close", 4);
  expect((await seen(promptId, "phones"))?.words?.map(({ word }) => word)).toEqual(["担当"]);
});

test("a question from the room is the host's to show, bears no name, and is wished for once by each; five a person", async () => {
  const { id, players } = await lobby(3);
  const { promptId } = await put(id, { kind: "asks", title: "想问什么？" });
  for (let turn_ = 0; turn_ < 2; turn_ += 1) await say(players[0], promptId, { kind: "ask", text: "何时再办？" });
  await say(players[1], promptId, { kind: "ask", text: "能带走材料吗？" });
  const desk = async () => (await told(getPromptDesk, house.organizer, { id }, at(2))).prompt?.asks ?? [];
  const [one, two] = await desk();
  expect([one?.body, two?.body, (await desk()).length]).toEqual(["何时再办？", "能带走材料吗？", 2]);
  const vote = (who: number, askId: number | undefined, isOn = true, second = 3) =>
    say(players[who], promptId, { kind: "vote", askId, isOn }, second);
  await expect(vote(2, two?.id)).rejects.toEqual(refusedWith("prompt-shut"));
  expect((await seen(promptId, "phones"))?.asks).toEqual([]);
  for (const ask of [one, two]) await told(decideAsk, house.organizer, { id, askId: ask?.id, state: "shown" }, at(3));
  for (const who of [1, 2, 2]) await vote(who, two?.id);
  await vote(0, one?.id);
  await vote(0, one?.id, false, 4);
  expect((await seen(promptId, "phones"))?.asks).toEqual([
    { id: two?.id, body: "能带走材料吗？", votes: 2, isAnswered: false },
    { id: one?.id, body: "何时再办？", votes: 0, isAnswered: false },
  ]);
  await told(decideAsk, house.organizer, { id, askId: two?.id, state: "answered" }, at(5));
  await told(decideAsk, house.organizer, { id, askId: one?.id, state: "hidden" }, at(5));
  expect((await seen(promptId, "screens"))?.asks?.map(({ body, isAnswered }) => [body, isAnswered])).toEqual([["能带走材料吗？", true]]);
  for (let more = 0; more < 4; more += 1) await say(players[1], promptId, { kind: "ask", text: `再问 ${more}` });
  await expect(say(players[1], promptId, { kind: "ask", text: "第六个" })).rejects.toEqual(refusedWith("prompt-shut"));
});

test("nothing is put to the room while a question is answered; the next step puts it away; two consoles put one", async () => {
  const { id, players } = await lobby(1);
  const { promptId } = await put(id, { kind: "asks", title: "开场前想问什么" });
  await turn(house.organizer, id, at(10));
  expect((await told(getPromptDesk, house.organizer, { id }, at(11))).prompt).toBeNull();
  await expect(say(players[0], promptId, { kind: "ask", text: "还来得及吗" }, 11)).rejects.toEqual(refusedWith("prompt-shut"));
  const expected = (await rowOf(id)).state_seq;
  const poll = { id, expected, kind: "poll", title: "选", options: ["甲", "乙"] };
  expect(await codeOf(openPrompt, house.organizer, poll, at(14))).toBe("game-is-open");
  expect(await codeOf(openPrompt, house.organizer, { ...poll, options: ["甲"] }, at(40))).toBe("prompt-options");
  const both = await Promise.all([0, 1].map(() => told(openPrompt, house.organizer, poll, at(40))));
  expect(both.map(({ moved }) => moved).sort()).toEqual([false, true]);
});

test("a break is told with when it is meant to end, and takes no answer until the host goes on", async () => {
  const { id, players } = await lobby(1);
  await turn(house.organizer, id, at(0));
  const expected = (await rowOf(id)).state_seq;
  await told(pauseGame, house.organizer, { id, expected, minutes: 5 }, at(10));
  const { rows } = await database("desk").execute<{ resumes_at: string }>(`select resumes_at from games where id = ${id}`);
  expect(new Date(rows[0]?.resumes_at ?? 0)).toEqual(at(310));
  await expect(answers(players[0] as Joined, 0, true, at(400))).rejects.toEqual(refusedWith("game-paused"));
});

test("a game left alone ends by its printed time, once, and its digits are free; one that is touched goes on", async () => {
  const { id, players } = await lobby(1, { idleMs: 600_000 });
  const other = await lobby(0, { idleMs: 600_000 });
  await turn(house.organizer, id, at(0));
  await answers(players[0] as Joined, 0, true, at(5));
  expect(await endAbandonedGames(at(599))).toBe(0);
  const ended = await Promise.all([endAbandonedGames(at(601)), endAbandonedGames(at(601))]);
  expect(ended[0] + ended[1]).toBe(1);
  expect(await rowOf(id)).toMatchObject({ stage: "over" });
  expect(await rowOf(other.id)).toMatchObject({ stage: "lobby" });
  const report = await told(getGameReport, house.organizer, { id }, at(602));
  expect([report.endedAlone, report.people.map(({ right }) => right)]).toEqual([true, [1]]);
});
