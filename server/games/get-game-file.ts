import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import zh from "#messages/zh-CN.json" with { type: "json" };
import { fileReply, xlsxReply } from "#server/file-reply.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { findGame } from "./find-game.ts";
import { reportOf } from "./game-report.ts";

const SHEETS = ["people", "questions", "room"] as const;

/** What the room said, a line each: an option, a word, a question; with how many, and what became of it. */
function roomLines(prompts: Awaited<ReturnType<typeof reportOf>>["prompts"]): (string | number)[][] {
  const { kinds, states } = zh.gameDesk.prompt;
  return prompts.flatMap(({ kind, title, options, words, asks }) => [
    ...options.map(({ text, count }) => [kinds[kind], title, text, count, ""]),
    ...words.map(({ word, count, state }) => [kinds[kind], title, word, count, states[state ?? "waiting"]]),
    ...asks.map(({ body, votes, state }) => [kinds[kind], title, body, votes, states[state]]),
  ]);
}

/** The report as a spreadsheet: one of people, one of questions, one of what the room said beside them. */
export const getGameFile = query({
  at: "GET /api/desk/games/:id/report/file",
  input: z.strictObject({ id: idSchema, sheet: z.enum(SHEETS).default("people") }),
  output: fileReply,
  door: "desk",
  may: can.seeGamesDesk,
  async run(db, { id, sheet }, { viewer }) {
    const game = await findGame(db, id);
    if (!game || !can.runGame(viewer, game)) throw new Refusal("not-found");
    const { people, questions, prompts } = await reportOf(db, game);
    const words = zh.gameDesk.report;
    if (sheet === "room")
      return xlsxReply(`${game.title} ${words.room}`, [words.kind, words.asked, words.said, words.count, words.state], roomLines(prompts));
    if (sheet === "people") {
      const heads = [words.place, words.name, words.branch, words.team, words.score, words.right, words.answered, words.rightTime];
      const rows = people.map(({ place, name, branchName, team, milli, right, answered, rightMs }) => [
        ...[place, name, branchName, team === null ? "" : (game.teams[team] ?? "")],
        ...[milli / 1_000, right, answered, rightMs / 1_000],
      ]);
      return xlsxReply(`${game.title} ${words.people}`, heads, rows);
    }
    const heads = [words.number, words.stem, words.answered, words.right, words.rate, words.meanTime];
    const rows = questions.map(({ questionNo, body, answered, right, meanMs }) => [
      ...[questionNo + 1, body.stem, answered, right],
      ...[answered === 0 ? null : Math.round((right * 1_000) / answered) / 10, meanMs === null ? null : meanMs / 1_000],
    ]);
    return xlsxReply(`${game.title} ${words.questions}`, heads, rows);
  },
});
