import { z } from "zod";
import { can } from "#domain/access.ts";
import { branchBoard } from "#domain/boards/branch-board.ts";
import { visibleUntil } from "#domain/boards/freeze.ts";
import { besideOf } from "#domain/contests/format.ts";
import { Refusal } from "#domain/refusal.ts";
import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };
import { findContest } from "#server/contests/find-contest.ts";
import type { ExportCell } from "#server/exports/write-table.ts";
import { fileReply, xlsxReply } from "#server/file-reply.ts";
import { fileLanguage } from "#server/people/people-file.ts";
import { asTeamContest } from "#server/teams/own-team.ts";
import { teamPlacesOf } from "#server/teams/team-places-of.ts";
import { query } from "#server/verb.ts";
import { BOARD_WISHES, boardStateOf } from "./board-state.ts";
import { branchFactsOf } from "./branch-facts.ts";
import { branchesAmong } from "./get-branch-board.ts";
import { listPlaces } from "./list-places.ts";

const MOST = 200_000;
const points = (milli: number): number => milli / 1_000;
const seconds = (ms: number): number => Math.round(ms / 100) / 10;

const ZONE_MS = 8 * 3_600_000;
/** The clock on the organisation's wall, to the minute. */
const wallClock = (at: Date): string => new Date(at.getTime() + ZONE_MS).toISOString().slice(0, 16).replace("T", " ");

/** A board as a spreadsheet, for who runs the contest. Name and first line say which of the two boards it is, and as of when (D6). */
export const exportBoard = query({
  at: "GET /api/desk/contests/:slug/board-file",
  input: z.strictObject({
    slug: z.string().max(80),
    of: z.enum(["persons", "branches", "teams"]).default("persons"),
    board: z.enum(BOARD_WISHES).default("true"),
    language: fileLanguage,
  }),
  output: fileReply,
  refusals: ["board-being-frozen", "no-team-contest"],
  door: "desk",
  may: can.openDesk,
  async run(db, { slug, of, board: wish, language }, { viewer, now }) {
    const contest = await findContest(db, slug);
    if (!contest || !can.runContest(viewer, contest)) throw new Refusal("not-found");
    const { cut } = boardStateOf(contest, viewer, now, wish);
    if (cut === "none") throw new Refusal("board-being-frozen");
    const { boards } = language === "en" ? en : zh;
    const word = cut === "frozen" ? boards.file.frozen : boards.file.true;
    const at = wallClock(cut === "frozen" ? visibleUntil(contest, now) : now);
    const name = `${contest.title} ${boards[of]} ${word}`;
    const about = `${name} · ${boards.file.at} ${at}`;
    if (of === "persons") {
      const rows = await listPlaces(db, { contestId: contest.id, cut }, 0, MOST);
      const beside = besideOf(contest.rules);
      const second = beside === "none" ? boards.right : boards[beside];
      const head = [boards.rank, boards.name, boards.branch, boards.points, second, boards.file.seconds, boards.file.lastScoring];
      const cells = rows.map((row): ExportCell[] => [
        ...[row.rank, row.name, row.branchName, points(row.scoreMilli), beside === "days" ? row.days : row.rightCount],
        ...[seconds(row.totalMs), wallClock(new Date(contest.opensAt.getTime() + row.lastScoringMs))],
      ]);
      return xlsxReply(name, head, cells, { about });
    }
    if (of === "teams") {
      const places = await teamPlacesOf(db, asTeamContest(contest), cut);
      const { team, played, members, counted } = boards.file;
      const head = [boards.rank, team, boards.branch, boards.file.division, boards.points, boards.right, boards.file.seconds];
      const cells = places.map((row): ExportCell[] => [
        ...[row.rank, row.name, row.branchName ?? "", row.division ?? "", points(row.scoreMilli), row.rightCount, seconds(row.totalMs)],
        ...[row.played, row.members, row.counted],
      ]);
      return xlsxReply(name, [...head, played, members, counted], cells, { about });
    }
    const { branchFormula: formula, topN } = contest.rules.board;
    const facts = await branchFactsOf(db, contest, cut);
    const { rows } = branchBoard({ ...facts, topN, formula, among: branchesAmong(facts, undefined) });
    const { value, raw, sum, participants, eligible } = boards.file;
    const cells = rows.map((row): ExportCell[] => [
      ...[row.rank, facts.names.get(row.branchId) ?? "", points(row.adjustedMilli), points(row.rawMilli)],
      ...[points(row.sumMilli), row.participants, row.eligible, seconds(row.totalMs)],
    ]);
    return xlsxReply(name, [boards.rank, boards.branch, value, raw, sum, participants, eligible, boards.file.seconds], cells, { about });
  },
});
