// Above 150 lines: what a host and a room may and may not do stands together.
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aGame, aGameHouse, answers, answersOf, joined, placeOfRight, rowOf, turn } from "#tests/world/game.ts";
import { anOrganisation, aPerson } from "#tests/world/people.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { closeGameQuestion } from "./close-game-question.ts";
import { endGame } from "./end-game.ts";
import { getGame } from "./get-game.ts";
import { getGameConsole } from "./get-game-console.ts";
import { getGameReport } from "./get-game-report.ts";
import { joinGame } from "./join-game.ts";
import { listGamePlayers } from "./list-game-players.ts";
import { makeGame } from "./make-game.ts";
import { nameCaptain } from "./name-captain.ts";
import { noteGameMistakes } from "./note-game-mistakes.ts";
import { pauseGame } from "./pause-game.ts";
import { removePlayer } from "./remove-player.ts";
import { resumeGame } from "./resume-game.ts";
import { takePulse } from "./take-pulse.ts";
import { turnGame } from "./turn-game.ts";

let house: Awaited<ReturnType<typeof aGameHouse>>;
let began = Date.now();
beforeAll(async () => {
  await anOrganisation(false);
  house = await aGameHouse();
});
const at = (seconds: number) => new Date(began + seconds * 1_000);
const someone = () => aPerson(house.left);
const refusedWith = (code: string) => expect.objectContaining({ code });

/** A game whose first question was put at 0 s: it opens at 3 s and closes at 23 s. */
async function running(over: Parameters<typeof aGame>[1] = {}, players = 1) {
  began = Date.now();
  const { id, code } = await aGame(house, over, at(-60));
  const there = [];
  for (let who = 0; who < players; who += 1)
    there.push(await joined(await someone(), code, over.teams ? who % over.teams.length : undefined, at(-30)));
  await turn(house.organizer, id, at(0));
  return { id, code, players: there, one: there[0] as NonNullable<(typeof there)[0]> };
}

test("ten presses of next at once, from two consoles, move one step; the others are told where it stands", async () => {
  const { id } = await running();
  const other = await aPerson(house.root, { held: [{ office: "organizer", branchId: house.root }] });
  const { state_seq: expected } = await rowOf(id);
  const presses = Array.from({ length: 10 }, (_, at_) => told(turnGame, at_ % 2 ? other : house.organizer, { id, expected }, at(24)));
  const heard = await Promise.all(presses);
  expect(heard.filter(({ moved }) => moved)).toHaveLength(1);
  expect(new Set(heard.map(({ stateSeq, phase }) => `${stateSeq} ${phase}`))).toEqual(new Set([`${expected + 1} revealed`]));
  expect(await rowOf(id)).toMatchObject({ stage: "revealed", question_no: 0, state_seq: expected + 1 });
});

test("the server closes the answers by itself: nobody presses, and a late packet is refused", async () => {
  const { id, one } = await running();
  await expect(answers(one, 0, true, at(2.9))).rejects.toEqual(refusedWith("game-not-yet"));
  await expect(answers(one, 0, true, at(23))).rejects.toEqual(refusedWith("game-late"));
  expect(await codeOf(turnGame, house.organizer, { id, expected: (await rowOf(id)).state_seq }, at(22))).toBe("game-is-open");
  expect((await answers(one, 0, true, at(22.999))).outcome).toBe("saved");
  expect(await turn(house.organizer, id, at(23))).toMatchObject({ phase: "revealed", moved: true });
});

test("the first answer stands, a double is told the same, another is told what stands; one row, every packet kept", async () => {
  const { id, one } = await running();
  const first = await answers(one, 0, true, at(5));
  expect(await answers(one, 0, true, at(6))).toEqual(first);
  const other = await answers(one, 0, false, at(7));
  expect(other).toEqual({ ...first, outcome: "stands" });
  expect(await answersOf(id)).toHaveLength(1);
  const events = await database("judge").execute("select outcome from game_answer_events order by id desc limit 3");
  expect(events.rows.map(({ outcome }) => outcome)).toEqual(["stands", "saved", "saved"]);
});

test("twenty doubles in the same instant leave one answer", async () => {
  const { id, one } = await running();
  const heard = await Promise.all(Array.from({ length: 20 }, (_, n) => answers(one, 0, n % 2 === 0, at(5))));
  expect(new Set(heard.map(({ response }) => JSON.stringify(response))).size).toBe(1);
  expect(await answersOf(id)).toHaveLength(1);
});

test("where the host allows it the last change counts, with its time; an older one that comes late changes nothing", async () => {
  const { id, one } = await running({ rules: { allowChange: true } });
  await answers(one, 0, false, at(5), { seq: 1 });
  expect((await answers(one, 0, true, at(9), { seq: 3 })).outcome).toBe("saved");
  expect((await answers(one, 0, false, at(10), { seq: 2 })).outcome).toBe("stands");
  expect(await answersOf(id)).toMatchObject([{ is_right: true, response_ms: 6_000, seq: 3 }]);
});

test("a packet for the question before is refused when the next is open, and touches neither", async () => {
  const { id, one } = await running();
  for (const second of [23, 24, 25]) await turn(house.organizer, id, at(second));
  expect(await rowOf(id)).toMatchObject({ stage: "question", question_no: 1 });
  await expect(answers(one, 0, true, at(29))).rejects.toEqual(refusedWith("game-late"));
  await expect(answers(one, 2, true, at(29))).rejects.toEqual(refusedWith("game-not-yet"));
  expect(await answersOf(id)).toEqual([]);
});

test("an answer received in time counts though the reveal was first at the table; one received after does not", async () => {
  const { id, players } = await running({}, 2);
  await turn(house.organizer, id, at(23));
  expect((await answers(players[0] as never, 0, true, at(22.99))).outcome).toBe("saved");
  await expect(answers(players[1] as never, 0, true, at(23.01))).rejects.toEqual(refusedWith("game-late"));
});

test("a pause keeps what is left, to the millisecond, and takes nothing meanwhile", async () => {
  const { id, one } = await running();
  const before = await rowOf(id);
  await told(pauseGame, house.organizer, { id, expected: before.state_seq }, at(10));
  await expect(answers(one, 0, true, at(12))).rejects.toEqual(refusedWith("game-paused"));
  expect(await codeOf(turnGame, house.organizer, { id, expected: before.state_seq + 1 }, at(40))).toBe("game-paused");
  await told(resumeGame, house.organizer, { id, expected: before.state_seq + 1 }, at(70));
  const after = await rowOf(id);
  expect(after.closes_at.getTime() - at(70).getTime()).toBe(before.closes_at.getTime() - at(10).getTime());
  expect((await answers(one, 0, true, at(80))).outcome).toBe("saved");
  expect(await answersOf(id)).toMatchObject([{ response_ms: 17_000 }]);
  expect(await codeOf(resumeGame, house.organizer, { id, expected: after.state_seq }, at(81))).toBe("game-not-paused");
});

test("closed early, what was received before counts and nothing after", async () => {
  const { id, players } = await running({}, 2);
  await answers(players[0] as never, 0, true, at(5));
  await told(closeGameQuestion, house.organizer, { id, expected: (await rowOf(id)).state_seq }, at(8));
  await expect(answers(players[1] as never, 0, true, at(8))).rejects.toEqual(refusedWith("game-late"));
  expect(await turn(house.organizer, id, at(8))).toMatchObject({ phase: "revealed" });
});

test("the line is allowed for half of what the server measured, and a pulse of another player's for nothing", async () => {
  const { id, players } = await running({}, 2);
  const [one, two] = players as [(typeof players)[0], (typeof players)[0]];
  const first = takePulse(id, { ticket: one?.ticket }, new Date());
  const echoed = takePulse(id, { ticket: one?.ticket, pulse: first.pulse }, new Date(first.serverNow.getTime() + 120));
  await answers(one as never, 0, true, at(5), { pulse: echoed.pulse });
  await answers(two as never, 0, true, at(5), { pulse: echoed.pulse });
  const [a, b] = await answersOf(id);
  expect(a?.response_ms).toBe(1_940);
  expect(b?.response_ms).toBe(2_000);
  await expect(answers(one as never, 0, true, at(5), { pulse: `${echoed.pulse}x` })).resolves.toMatchObject({ outcome: "saved" });
});

test("whoever needs more time gets the room more time, and is measured by the own", async () => {
  began = Date.now();
  const { id, code } = await aGame(house, { rules: { mode: "mild" } }, at(-60));
  const slow = await someone();
  await database("desk").execute(`update people set time_percent = 200 where id = ${slow}`);
  const [a, b] = [await joined(slow, code, undefined, at(-30)), await joined(await someone(), code, undefined, at(-30))];
  await turn(house.organizer, id, at(0));
  expect((await rowOf(id)).closes_at).toEqual(at(43));
  await answers(a, 0, true, at(23));
  await answers(b, 0, true, at(23));
  // 20 s of 40 s, and 20 s of 20 s.
  expect((await answersOf(id)).map(({ milli }) => milli).sort()).toEqual([600_000, 800_000]);
});

test("late joiners score from then on; the same person joins once; a removed one is on no board and cannot come back", async () => {
  const { id, code, one } = await running();
  const late = await someone();
  const twice = await Promise.all([1, 2, 3].map(() => told(joinGame, late, { code }, at(4))));
  expect(new Set(twice.map(({ playerId }) => playerId)).size).toBe(1);
  const player = await joined(late, code, undefined, at(4));
  await answers(player, 0, true, at(6));
  await told(removePlayer, house.organizer, { id, playerId: one.playerId }, at(7));
  await expect(answers(one, 0, true, at(8))).rejects.toEqual(refusedWith("not-found"));
  await turn(house.organizer, id, at(23));
  const { people } = await told(getGameReport, house.organizer, { id }, at(24));
  expect(people.map(({ place, right }) => [place, right])).toEqual([
    [1, 1],
    [null, 0],
  ]);
  const { players } = await told(listGamePlayers, house.organizer, { id }, at(24));
  expect(players.map(({ isRemoved }) => isRemoved)).toEqual([true, false]);
});

test("with captains the team answers once, through its captain of the moment; another is named between questions", async () => {
  const { id, players } = await running({ rules: { team: "captain" }, teams: ["红队", "蓝队"] }, 3);
  expect((await rowOf(id)).opens_at).toEqual(at(8));
  const [captain, , mate] = players as unknown as [never, never, { playerId: number }];
  await expect(answers(mate as never, 0, true, at(9))).rejects.toEqual(refusedWith("game-captain"));
  expect((await answers(captain, 0, true, at(9))).outcome).toBe("saved");
  expect(await codeOf(nameCaptain, house.organizer, { id, playerId: mate.playerId }, at(10))).toBe("game-is-open");
  await turn(house.organizer, id, at(28));
  await told(nameCaptain, house.organizer, { id, playerId: mate.playerId }, at(29));
  for (const second of [30, 31]) await turn(house.organizer, id, at(second));
  await expect(answers(captain, 1, true, at(40))).rejects.toEqual(refusedWith("game-captain"));
  await answers(mate as never, 1, true, at(40));
  await turn(house.organizer, id, at(60));
  const { teams } = await told(getGameReport, house.organizer, { id }, at(61));
  expect(teams.map(({ name, milli, size }) => [name, milli, size])).toEqual([
    ["红队", 2_000_000, 2],
    ["蓝队", 0, 1],
  ]);
});

test("no key, no later question and no verdict is told before the reveal: not to the phone, not to the console, not in the report", async () => {
  const { id, code, one } = await running();
  const person = house.organizer;
  const before = [
    await told(getGame, person, { code }, at(5)),
    await told(getGameConsole, person, { id }, at(5)),
    await told(getGameReport, person, { id }, at(5)),
    await answers(one, 0, true, at(5)),
  ];
  for (const reply of before) expect(JSON.stringify(reply)).not.toMatch(/correct|isRight|milli":[1-9]|因为/);
  const { questions, people } = await told(getGameReport, person, { id }, at(6));
  expect([questions, people.map(({ milli }) => milli)]).toEqual([[], [0]]);
});

test("a contest's kept questions, a bank too small, bad teams and nothing to ask are refused at their field", async () => {
  const make = (over: object) => codeOf(makeGame, house.organizer, { title: "x", branchId: house.root, lines: [{ count: 1 }], ...over });
  expect(await make({ lines: [{ count: 7 }] })).toBe("pool-too-small");
  expect(await make({ rules: { team: "mean" }, teams: ["红"] })).toBe("game-teams");
  expect(await make({ rules: { team: "mean" }, teams: ["红", "红"] })).toBe("game-teams");
  expect(await make({ teams: ["红", "蓝"] })).toBe("game-no-teams");
  expect(await make({ lines: [] })).toBe("invalid");
  expect(await make({ rules: { windowMs: 4_999 } })).toBe("invalid");
  expect(await make({ lines: [], paperId: 999_999 })).toBe("not-found");
  expect(await codeOf(makeGame, house.member, { title: "x", branchId: house.root, lines: [{ count: 1 }] })).toBe("not-found");
});

test("an ended game takes no act and no answer, keeps what it has, and gives its digits back", async () => {
  const { id, code, one } = await running();
  await answers(one, 0, true, at(5));
  await told(endGame, house.organizer, { id, expected: (await rowOf(id)).state_seq }, at(6));
  await expect(answers(one, 0, true, at(7))).rejects.toEqual(refusedWith("game-late"));
  expect(await codeOf(turnGame, house.organizer, { id, expected: (await rowOf(id)).state_seq }, at(8))).toBe("game-over");
  expect(await codeOf(joinGame, await someone(), { code }, at(9))).toBe("game-over");
  const again = await database("desk").execute(
    `insert into games (code, title, branch_id, rules, version_ids, worths, created_by, created_at)
     select code, title, branch_id, rules, version_ids, worths, created_by, now() from games where id = ${id} returning id`,
  );
  expect(again.rows).toHaveLength(1);
  const twice = `insert into games (code, title, branch_id, rules, version_ids, worths, created_by, created_at)
     select code, title, branch_id, rules, version_ids, worths, created_by, now() from games where id = ${again.rows[0]?.["id"]}`;
  await expect(database("desk").execute(twice)).rejects.toThrow();
});

test("rules and questions of a game never change, whoever asks", async () => {
  const { id } = await running();
  await expect(
    database("desk").execute(`update games set version_ids = version_ids[1:1] || version_ids[1:2] where id = ${id}`),
  ).rejects.toThrow();
  await expect(database("desk").execute(`update games set rules = rules || '{"allowChange":true}' where id = ${id}`)).rejects.toThrow();
  await expect(database("play").execute("select milli from game_answers")).rejects.toThrow();
  await expect(database("desk").execute("update game_answers set milli = 1")).rejects.toThrow();
});

test("whoever is not of its branch finds no game; forged, foreign and a screen's tickets answer nothing", async () => {
  const { id, code, one } = await running();
  const stranger = await aPerson((await import("#tests/world/people.ts").then(({ aBranch }) => aBranch())).id);
  expect(await codeOf(getGame, stranger, { code }, at(5))).toBe("not-found");
  expect(await codeOf(joinGame, stranger, { code }, at(5))).toBe("not-found");
  expect(await codeOf(joinGame, house.member, { code: "12345" }, at(5))).toBe("invalid");
  const screen = await told(getGameConsole, house.organizer, { id }, at(5));
  await expect(answers({ ...one, ticket: screen.ticket }, 0, true, at(5))).rejects.toEqual(refusedWith("not-found"));
  await expect(answers({ ...one, ticket: `${one.ticket.slice(0, -2)}aa` }, 0, true, at(5))).rejects.toEqual(refusedWith("not-signed-in"));
  await expect(answers(one, 0, true, at(5), { response: { truth: true } })).rejects.toEqual(refusedWith("answer-shape"));
  await expect(answers(one, 0, true, at(5), { response: { picks: [9] } })).rejects.toEqual(refusedWith("answer-shape"));
  await expect(answers(one, 0, true, at(5), { response: null })).rejects.toEqual(refusedWith("no-answer"));
  expect(await placeOfRight(id, 0)).toBeGreaterThanOrEqual(0);
});

test("once it is over, wrong answers go into the wrong-books, once, however many workers look; what was not answered was not wrong", async () => {
  while ((await noteGameMistakes(new Date())) > 0);
  const { id, players } = await running({ count: 2 }, 3);
  const [wrong, right] = players as [never, never];
  await answers(wrong, 0, false, at(5));
  await answers(right, 0, true, at(5));
  const cards = async () =>
    (
      await database("judge").execute(
        `select y.id from review_cards c join game_players y on y.person_id = c.person_id where y.game_id = ${id} order by 1`,
      )
    ).rows.map((row) => Number(row["id"]));
  expect([await noteGameMistakes(at(6)), await cards()]).toEqual([0, []]);
  await told(endGame, house.organizer, { id, expected: (await rowOf(id)).state_seq }, at(7));
  const done = await Promise.all([noteGameMistakes(at(8)), noteGameMistakes(at(8))]);
  expect([done.reduce((sum, one) => sum + one), await cards(), await noteGameMistakes(at(9))]).toEqual([1, [players[0]?.playerId], 0]);
});
