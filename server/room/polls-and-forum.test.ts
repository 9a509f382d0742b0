// Longer than a screen: votes, quizzes and a whole forum, each test a promise.
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { drawLot } from "#domain/room/draw-lot.ts";
import { refusalOf } from "#tests/world/outcome.ts";
import { aRoom, type Room } from "#tests/world/room.ts";
import { addPresenter } from "./add-presenter.ts";
import { answerPoll } from "./answer-poll.ts";
import { askFromFloor } from "./ask-from-floor.ts";
import { closeForum } from "./close-forum.ts";
import { closeMeeting } from "./close-meeting.ts";
import { closePoll } from "./close-poll.ts";
import { drawForumLot } from "./draw-forum-lot.ts";
import { drawQuiz } from "./draw-quiz.ts";
import { getForum } from "./get-forum.ts";
import { getRoom } from "./get-room.ts";
import { goOn } from "./go-on.ts";
import { listPolls } from "./list-polls.ts";
import { listRoomNotes } from "./list-room-notes.ts";
import { makePoll } from "./make-poll.ts";
import { nameJudge } from "./name-judge.ts";
import { noteDecision } from "./note-decision.ts";
import { noteTakeaway } from "./note-takeaway.ts";
import { openMeeting } from "./open-meeting.ts";
import { openPoll } from "./open-poll.ts";
import { removePoll } from "./remove-poll.ts";
import { removePresenter } from "./remove-presenter.ts";
import { removeTakeaway } from "./remove-takeaway.ts";
import { scorePresenter } from "./score-presenter.ts";
import { setForumRules } from "./set-forum-rules.ts";
import { settleQuestion } from "./settle-question.ts";
import { showPassage } from "./show-passage.ts";
import { startPresenter } from "./start-presenter.ts";
import { stopPresenter } from "./stop-presenter.ts";

const one = async (text: ReturnType<typeof sql>): Promise<number> =>
  Number(Object.values((await database("desk").execute<Record<string, unknown>>(text)).rows[0] ?? {})[0]);
const opened = async (members = 3): Promise<Room> => {
  const room = await aRoom(members);
  await room.does(openMeeting, room.chair, 0);
  return room;
};

/** A text with published questions of the kinds given, their right answers known. */
async function aText(slug: string, kinds: readonly ("single" | "truefalse" | "fill")[]) {
  const text = await one(sql`insert into materials (slug) values (${slug}) returning id`);
  const version = await one(sql`insert into material_versions (material_id, number, title, body, characters, content_hash)
    values (${text}, 1, '篇目', '第一段。', 4, ${slug}) returning id`);
  await one(sql`update materials set published_version_id = ${version} where id = ${text} returning id`);
  for (const [at, kind] of kinds.entries()) {
    const stem = `${slug}第${at}题`;
    const bodies = { single: { options: [{ text: "对的" }, { text: "错的" }] }, truefalse: {}, fill: { blanks: 1 } };
    const keys = { single: { correct: 0 }, truefalse: { correct: false }, fill: { blanks: [["四强"]] } };
    const id = await one(sql`insert into questions (state) values ('published') returning id`);
    const wording = await one(sql`insert into question_versions (question_id, number, kind, body, stem, stem_key, difficulty, content_hash)
      values (${id}, 1, ${kind}, ${JSON.stringify({ kind, stem, ...bodies[kind] })}::jsonb, ${stem}, ${stem}, 1, ${stem}) returning id`);
    await one(sql`insert into question_keys (version_id, key, explanation, material_id)
      values (${wording}, ${JSON.stringify({ kind, ...keys[kind] })}::jsonb, ${`解析${at}`}, ${text}) returning version_id`);
    await one(sql`update questions set published_version_id = ${wording}, latest_version_id = ${wording} where id = ${id} returning id`);
  }
}

describe("polls and votes", () => {
  let room: Room;
  beforeAll(async () => {
    room = await opened();
  });
  const vote = { kind: "vote", question: "是否通过", options: ["同意", "不同意", "弃权"] };

  test("an answer changes while it is open; counts come with the closing; nothing before says who chose what", async () => {
    const [a = 0, b = 0, c = 0] = room.members;
    const { pollId } = await room.does(makePoll, room.chair, 10, { ...vote, isAnonymous: true });
    await room.does(answerPoll, a, 11, { pollId, choices: [0] });
    await room.does(answerPoll, a, 12, { pollId, choices: [1] });
    await room.does(answerPoll, b, 12, { pollId, choices: [1] });
    await room.does(answerPoll, c, 12, { pollId, choices: "0" });
    expect(refusalOf(await room.says(answerPoll, c, 13, { pollId, choices: [0, 1] }))).toBe("answer-shape@choices");
    expect(refusalOf(await room.says(answerPoll, c, 13, { pollId, choices: [3] }))).toBe("answer-shape@choices");
    expect(refusalOf(await room.says(answerPoll, room.outsider, 13, { pollId, choices: [0] }))).toBe("not-found");
    const [open] = (await room.does(listPolls, room.chair, 14)).polls;
    expect(open).toMatchObject({ state: "open", answered: 3, counts: null, right: null, choices: null });
    expect((await room.does(getRoom, a, 14)).room.polls).toEqual([expect.objectContaining({ id: pollId, answered: 3 })]);
    expect(refusalOf(await room.says(closePoll, a, 15, { pollId }))).toBe("not-found");
    await room.does(closePoll, room.chair, 15, { pollId });
    expect(refusalOf(await room.says(closePoll, room.chair, 16, { pollId }))).toBe("poll-is-closed");
    expect(refusalOf(await room.says(answerPoll, a, 16, { pollId, choices: [0] }))).toBe("poll-is-closed");
    const [closed] = (await room.does(listPolls, a, 17)).polls;
    expect(closed).toMatchObject({ state: "closed", counts: [1, 2, 0], choices: [1] });
  });

  test("prepared ones are the chair's alone, and go; opened ones stay; what is wrong stands at its field", async () => {
    const { pollId } = await room.does(makePoll, room.chair, 20, { ...vote, open: false });
    expect((await room.does(listPolls, room.members[0] ?? 0, 21)).polls.map(({ id }) => id)).not.toContain(pollId);
    expect(refusalOf(await room.says(answerPoll, room.members[0] ?? 0, 21, { pollId, choices: [0] }))).toBe("poll-not-open");
    expect(refusalOf(await room.says(closePoll, room.chair, 21, { pollId }))).toBe("poll-not-open");
    await room.does(removePoll, room.chair, 22, { pollId });
    expect(refusalOf(await room.says(openPoll, room.chair, 23, { pollId }))).toBe("not-found");
    const again = await room.does(makePoll, room.chair, 24, { ...vote, open: false });
    await room.does(openPoll, room.chair, 25, again);
    expect(refusalOf(await room.says(removePoll, room.chair, 26, again))).toBe("poll-was-opened");
    const bad = (over: object) => room.says(makePoll, room.chair, 27, { ...vote, ...over });
    expect(refusalOf(await bad({ options: ["甲", "甲"] }))).toBe("option-twice@options.1");
    expect(refusalOf(await bad({ options: ["甲"] }))).toBe("invalid@options");
    expect(refusalOf(await bad({ kind: "quiz" }))).toBe("right-missing@right");
    expect(refusalOf(await bad({ kind: "quiz", right: [7] }))).toBe("right-out-of-range@right");
    expect(refusalOf(await bad({ question: "有\u0000零" }))).toBe("invalid@question");
  });
});

describe("the quiz of the passage", () => {
  test("three questions in one tap, answered in the hall, the right ones told on closing and not before", async () => {
    const room = await opened();
    await aText("quiz-text", ["single", "truefalse", "fill", "single"]);
    await aText("poor-text", ["single", "fill", "fill"]);
    expect(refusalOf(await room.says(drawQuiz, room.chair, 1))).toBe("no-passage-shown");
    await room.does(goOn, room.chair, 2);
    await room.does(showPassage, room.chair, 3, { slug: "poor-text" });
    expect(await room.says(drawQuiz, room.chair, 4)).toMatchObject({ code: "too-few-questions", params: { have: 1, wanted: 3 } });
    await room.does(showPassage, room.chair, 5, { slug: "quiz-text" });
    const { pollIds } = await room.does(drawQuiz, room.chair, 6);
    expect(pollIds).toHaveLength(3);
    const [member = 0] = room.members;
    const open = (await room.does(listPolls, member, 7)).polls;
    expect(open.map(({ right, explanation }) => [right, explanation])).toEqual(pollIds.map(() => [null, ""]));
    for (const pollId of pollIds) await room.does(answerPoll, member, 8, { pollId, choices: [0] });
    for (const pollId of pollIds) await room.does(closePoll, room.chair, 9, { pollId });
    const closed = (await room.does(listPolls, member, 10)).polls;
    expect(closed.map(({ options, right }) => [options[0], right]).sort()).toEqual([
      ["对的", [0]],
      ["对的", [0]],
      ["正确", [1]],
    ]);
    expect(closed.every(({ explanation }) => explanation.startsWith("解析"))).toBe(true);
    // The same questions are not drawn again.
    expect(await room.says(drawQuiz, room.chair, 11)).toMatchObject({ code: "too-few-questions", params: { have: 0 } });
  });

  test("nothing is drawn of a contest's paper that somebody of the meeting is sitting", async () => {
    const room = await opened();
    await aText("contest-text", ["single", "single", "single"]);
    const [branch, sitting] = [room.branch.id, room.members[0] ?? 0];
    const contest = await one(sql`insert into contests (slug, title, branch_id, rules, blueprint, opens_at, closes_at, published_at)
      values ('open-now', '赛', ${branch}, '{}', '[]', '2026-12-01', '2026-12-09', '2026-11-01') returning id`);
    const entry = await one(sql`insert into entries (contest_id, person_id, branch_id, entered_at)
      values (${contest}, ${sitting}, ${branch}, now()) returning id`);
    const attempt = await one(sql`
      insert into attempts (person_id, entry_id, number, seed, version_ids, worths, started_at, due_at, ends_at, seen_at)
      select ${sitting}, ${entry}, 1, 's', array[v.id], array[1000], now(), now() + interval '1 hour', now() + interval '1 hour', now()
      from question_versions v where v.stem = 'contest-text第0题' returning id`);
    await room.does(goOn, room.chair, 2);
    await room.does(showPassage, room.chair, 3, { slug: "contest-text" });
    expect(await room.says(drawQuiz, room.chair, 4)).toMatchObject({ code: "too-few-questions", params: { have: 2 } });
    await one(sql`update attempts set state = 'finished', finished_at = now() where id = ${attempt} returning id`);
    expect((await room.does(drawQuiz, room.chair, 5)).pollIds).toHaveLength(3);
  });
});

describe("decisions, takeaways, questions", () => {
  test("each is there once however often it is sent; the owner is of the meeting; one's own takeaway is taken back by oneself", async () => {
    const room = await opened();
    const [a = 0, b = 0] = room.members;
    const decision = { body: "下周五前每人交一篇心得", ownerId: a, dueOn: "2026-12-11" };
    expect(await room.does(noteDecision, room.recorder, 10, decision)).toEqual(await room.does(noteDecision, room.recorder, 11, decision));
    expect(refusalOf(await room.says(noteDecision, room.recorder, 12, { body: "另一条", ownerId: room.outsider }))).toBe(
      "not-of-this-meeting@ownerId",
    );
    expect(refusalOf(await room.says(noteDecision, a, 12, { body: "我说了算" }))).toBe("not-found");
    const { takeawayId } = await room.does(noteTakeaway, a, 13, { body: "读原文要慢" });
    expect((await room.does(noteTakeaway, a, 14, { body: "读原文要慢" })).takeawayId).toBe(takeawayId);
    await room.does(noteTakeaway, b, 14, { body: "读原文要慢" });
    expect(refusalOf(await room.says(removeTakeaway, b, 15, { takeawayId }))).toBe("not-found");
    const { questionId } = await room.does(askFromFloor, a, 16, { body: "这一句怎么理解" });
    await room.does(settleQuestion, room.chair, 17, { questionId });
    const notes = await room.does(listRoomNotes, a, 18);
    expect(notes.decisions).toEqual([expect.objectContaining({ body: decision.body, owner: "组员1" })]);
    expect(new Date(notes.decisions[0]?.dueAt ?? "").toISOString()).toBe("2026-12-11T15:59:59.000Z");
    expect(notes.takeaways.map(({ isOwn }) => isOwn)).toEqual([true, false]);
    expect(notes.questions).toEqual([expect.objectContaining({ isAnswered: true })]);
    await room.does(removeTakeaway, a, 19, { takeawayId });
    expect((await room.does(listRoomNotes, a, 20)).takeaways).toHaveLength(1);
    expect(refusalOf(await room.says(listRoomNotes, room.outsider, 20))).toBe("not-found");
  });
});

describe("a forum of six presenters and five judges", () => {
  test("lot, clock, scores on phones and a result as the rules say, ties shared; before it is closed nobody sees a score", async () => {
    const room = await opened(11);
    const [judges, presenters] = [room.members.slice(0, 5), room.members.slice(5)];
    await room.does(setForumRules, room.chair, 1, {
      limitMinutes: 8,
      warnSeconds: 60,
      most: 100,
      dropHighest: 1,
      dropLowest: 1,
      tie: "sum_of_all",
    });
    for (const personId of judges) await room.does(nameJudge, room.chair, 2, { personId });
    const ids: number[] = [];
    for (const personId of presenters) ids.push((await room.does(addPresenter, room.chair, 3, { personId, topic: "题目" })).presenterId);
    const spare = await room.does(addPresenter, room.chair, 3, { name: "临时来的" });
    expect(refusalOf(await room.says(addPresenter, room.chair, 3, {}))).toBe("presenter-unnamed@name");
    await room.does(removePresenter, room.chair, 4, spare);
    expect(refusalOf(await room.says(startPresenter, room.chair, 4, { presenterId: ids[0] }))).toBe("lot-not-drawn");
    const { seed } = await room.does(drawForumLot, room.chair, 5);
    expect(refusalOf(await room.says(drawForumLot, room.chair, 6))).toBe("lot-is-drawn");
    expect(refusalOf(await room.says(addPresenter, room.chair, 6, { name: "迟到的" }))).toBe("lot-is-drawn");
    const seen = (await room.does(getRoom, room.members[0] ?? 0, 7)).room.forum;
    expect(seen?.seed).toBe(seed);
    expect(new Map(seen?.presenters.map(({ id, lot }) => [id, lot]))).toEqual(drawLot(ids, seed));

    const [judge = 0] = judges;
    expect(refusalOf(await room.says(scorePresenter, judge, 8, { presenterId: ids[0], points: 90 }))).toBe("not-presented-yet");
    // The worked example of domain/room/forum-result.test.ts.
    const points = [
      [90, 92, 88, 95, 85],
      [91, 90, 89, 96, 80],
      [90, 90, 90, 92, 88],
      [93, 93, 87, 99, 70],
      [85, 86, 88, 88, 84],
      [80, 95, 86, 87, 86],
    ];
    for (const [at, presenterId] of ids.entries()) {
      await room.does(startPresenter, room.chair, 10 + at, { presenterId });
      await Promise.all(
        judges.map((who, of) => room.does(scorePresenter, who, 10 + at, { presenterId, points: String(points[at]?.[of] ?? 0) })),
      );
    }
    await room.does(stopPresenter, room.chair, 20, { presenterId: ids[5] });
    expect(refusalOf(await room.says(scorePresenter, judge, 21, { presenterId: ids[0], points: "100.001" }))).toBe("above-most@points");
    expect(refusalOf(await room.says(scorePresenter, judge, 21, { presenterId: ids[0], points: "9.1234" }))).toBe("invalid@points");
    expect(refusalOf(await room.says(scorePresenter, presenters[0] ?? 0, 21, { presenterId: ids[1], points: "9" }))).toBe("not-found");
    await room.does(scorePresenter, judge, 22, { presenterId: ids[0], points: "0.5" });
    await room.does(scorePresenter, judge, 23, { presenterId: ids[0], points: 90 });

    const before = await room.does(getForum, presenters[0] ?? 0, 24);
    expect(before).toEqual({ own: [], judges: null, result: null });
    expect((await room.does(getForum, judge, 24)).own).toHaveLength(6);
    expect((await room.does(getForum, room.chair, 24)).judges?.map(({ scores }) => scores)).toEqual([6, 6, 6, 6, 6]);
    await room.does(closeForum, room.chair, 25);
    expect(refusalOf(await room.says(closeForum, room.chair, 26))).toBe("forum-is-closed");
    expect(refusalOf(await room.says(scorePresenter, judge, 26, { presenterId: ids[0], points: 99 }))).toBe("forum-is-closed");
    const { result } = await room.does(getForum, presenters[0] ?? 0, 27);
    const order = result?.map(({ id, place, meanMilli }) => [ids.indexOf(id) + 1, place, meanMilli]);
    expect(order).toEqual([
      [4, 1, 91_000],
      [1, 2, 90_000],
      [3, 2, 90_000],
      [2, 4, 90_000],
      [6, 5, 86_333],
      [5, 6, 86_333],
    ]);
    await room.does(closeMeeting, room.chair, 30);
  });

  test("a judge who presents does not score oneself; too few scores are told as such", async () => {
    const room = await opened(2);
    const [both = 0] = room.members;
    await room.does(nameJudge, room.chair, 1, { personId: both });
    const { presenterId } = await room.does(addPresenter, room.chair, 2, { personId: both });
    expect(refusalOf(await room.says(drawForumLot, both, 3))).toBe("not-found");
    await room.does(drawForumLot, room.chair, 3);
    await room.does(startPresenter, room.chair, 4, { presenterId });
    expect(refusalOf(await room.says(scorePresenter, both, 5, { presenterId, points: 100 }))).toBe("own-presentation");
    await room.does(closeForum, room.chair, 6);
    const { result } = await room.does(getForum, both, 7);
    expect(result).toEqual([expect.objectContaining({ state: "too_few", place: null, meanMilli: null, name: "组员1" })]);
  });
});
