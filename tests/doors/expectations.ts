// One file, long because it is one table: who may do what to an object of which branch, written down apart from domain/access.ts.
import { pointFields } from "#tests/world/point-fields.ts";
import { type Asker, BRANCH_RELATIONS, MEMBERS, type MemberRole, type Relation, type Things } from "./five-branches.ts";

/** What an address names and a body says, for one asker about one object; path parameters are taken out of it by name. */
export type Input = Readonly<Record<string, unknown>>;
type Say = (things: Things, asker: Asker) => Input;
type Who = Partial<Record<MemberRole, readonly Relation[]>>;
export type Expectation = Readonly<{
  /** Relations the roles are tried with; one is enough where no object is named. */
  relations: readonly Relation[];
  /** Who is let in; everybody else is not, and visitors never. "open": before sign-in. */
  who: Who | "open";
  /** Who hears 403, because the whole function is not theirs; others hear 404. */
  forbidden: readonly MemberRole[];
  say: Say;
}>;

const DOWN = ["own", "child"] as const;
const UP = ["own", "parent"] as const;
const NEAR = ["own", "child", "parent"] as const;
const SELF = ["self"] as const;
const NO_DESK = ["member", "leader"] as const;
const NO_SETS = ["member", "leader", "reviewer", "branch_admin"] as const;
const NO_PEOPLE = ["member", "leader", "reviewer", "organizer"] as const;
const NO_LIBRARY = ["member", "leader", "branch_admin"] as const;
const each = (roles: readonly MemberRole[], relations: readonly Relation[]): Who =>
  Object.fromEntries(roles.map((role) => [role, relations]));
const nothing: Say = () => ({});

/** A function without an object: these roles, and 403 to the others (404 for the bank, which does not exist for them). */
const office = (roles: readonly MemberRole[], say: Say = nothing, hidden = false): Expectation => ({
  relations: ["own"],
  who: each(roles, ["own"]),
  forbidden: hidden ? [] : MEMBERS.filter((role) => !roles.includes(role)),
  say,
});
/** Something of a branch. */
const about = (who: Who, say: Say, forbidden: readonly MemberRole[] = []): Expectation => ({
  relations: BRANCH_RELATIONS,
  who,
  forbidden,
  say,
});
/** Something that belongs to a person alone, whatever office others hold. */
const ownOnly = (say: Say): Expectation => ({ relations: ["self", ...BRANCH_RELATIONS], who: each(MEMBERS, SELF), forbidden: [], say });
const open = (say: Say): Expectation => ({ relations: ["own"], who: "open", forbidden: [], say });

const people = (say: Say, forbidden: readonly MemberRole[] = []) => about(each(["branch_admin", "admin"], DOWN), say, forbidden);
const library = (say: Say, forbidden: readonly MemberRole[] = []) => about(each(["reviewer", "organizer", "admin"], DOWN), say, forbidden);
const contests = (say: Say, forbidden: readonly MemberRole[] = []) => about(each(["organizer", "admin"], DOWN), say, forbidden);
const completion = (say: Say, forbidden: readonly MemberRole[] = []) =>
  about(each(["organizer", "branch_admin", "admin"], DOWN), say, forbidden);
/** A programme of a branch above, of the own or of one below has people of the office's subtree. */
const reports = (say: Say) => about(each(["organizer", "branch_admin", "admin"], NEAR), say, ["member", "leader", "reviewer"]);
const audience = each(MEMBERS, UP);
/** The holder's, and of the office that gives certificates over the branch. */
const holdsCertificate: Who = { ...each(MEMBERS, SELF), ...each(["organizer", "admin"], ["self", ...DOWN]) };
const readsText: Who = { ...audience, reviewer: NEAR, organizer: NEAR, admin: NEAR };
const OVERSEERS = ["leader", "organizer", "branch_admin", "admin"] as const;
/** What is shared with a branch: its people, and the offices over it. */
const branchmates: Who = { ...each(MEMBERS, ["own"]), ...each(OVERSEERS, DOWN) };
/** One's own, and the offices over the branch. */
const ownOrOverseen = (say: Say): Expectation => ({
  relations: ["self", ...BRANCH_RELATIONS],
  who: { ...each(MEMBERS, SELF), ...each(OVERSEERS, ["self", ...DOWN]) },
  forbidden: [],
  say,
});
const seesContest: Who = { ...audience, organizer: NEAR, admin: NEAR };

const LEDGER = ["organizer", "branch_admin", "admin"] as const;
const NO_LEDGER = ["member", "leader", "reviewer"] as const;
const ledger = (say: Say, forbidden: readonly MemberRole[] = []) => about(each(LEDGER, DOWN), say, forbidden);
/** Above the branch; an administrator over the own too. */
const fromAbove: Who = { ...each(["organizer", "branch_admin"], ["child"]), admin: DOWN };
const flagged = (say: Say) => about(each([...LEDGER, "leader"], DOWN), say);

/** A meeting's record: who chairs and records it and whoever leads the group or holds an office over its branch writes; these read. */
const record = (say: Say): Expectation => ({
  relations: ["self", ...BRANCH_RELATIONS],
  who: { ...each(MEMBERS, SELF), ...each(OVERSEERS, ["self", ...DOWN]) },
  forbidden: [],
  say,
});
const recordOver = (body: Input = {}): Expectation => record(({ meetingOver }) => ({ id: meetingOver, ...body }));

/** Whoever belongs to a meeting, and the offices over its branch. */
const meets = (say: Say): Expectation => record(say);
const meeting = (body: Input = {}): Expectation => meets(({ meeting: of }) => ({ id: of, ...body }));
const SOON = { startsAt: "2031-05-01T14:30", endsAt: "2031-05-01T16:00" };
const agendaItem = (body: Input = {}): Expectation => meets(({ meetingNow, agendaItem: item }) => ({ id: meetingNow, item, ...body }));

const id =
  (name: keyof Things): Say =>
  (things) => ({ id: things[name] });
const slug =
  (name: keyof Things): Say =>
  (things) => ({ slug: things[name] });
/** Said in the room of the running meeting. */
const inRoom =
  (say: Say): Say =>
  (things, asker) => ({ id: things.meetingNow, ...say(things, asker) });
const gameId: Say = ({ game: [game] }) => ({ id: game });
const gameCode: Say = ({ game: [, code] }) => ({ code });
const gameMove: Say = ({ game: [game] }) => ({ id: game, expected: 0 });
const gamePlayer: Say = ({ game: [game, , player] }) => ({ id: game, playerId: player });
const DAY_MS = 86_400_000;
const contestForm = ({ branch }: Things) => ({
  title: "新竞赛",
  branchId: branch,
  opensAt: new Date(Date.now() + DAY_MS).toISOString(),
  closesAt: new Date(Date.now() + 2 * DAY_MS).toISOString(),
  rules: { limitMs: 600_000 },
  blueprint: [{ count: 1 }],
});
const paperForm = ({ branch }: Things) => ({
  ...{ title: "新试卷", branchId: branch, kind: "per_person" },
  sections: [{ title: "第一部分", lines: [{ count: 1 }] }],
});
const hallForm = ({ branch }: Things) => ({
  ...{ title: "新现场赛", branchId: branch, sides: [{ name: "甲队" }, { name: "乙队" }] },
  rules: { rounds: [{ kind: "audience", title: "观众题", items: 1, source: { from: "bank" } }] },
});
const hall =
  (body: Input = {}): Say =>
  ({ hall: [hallId] }) => ({ id: hallId, ...body });
const setForm = ({ branch }: Things) => ({
  ...{ title: "新题组", branchId: branch, kind: "mock", limitMinutes: 20, passPercent: 60 },
  blueprint: [{ count: 1 }],
});
const arenaForm = ({ branch }: Things) => ({
  ...{ title: "新擂台", branchId: branch },
  opensAt: new Date(Date.now() + 10 * DAY_MS).toISOString(),
  closesAt: new Date(Date.now() + 11 * DAY_MS).toISOString(),
});
const arena =
  (body: Input = {}): Say =>
  ({ arena: [arenaId] }) => ({ id: arenaId, ...body });
const questionForm = (stem: string) => ({
  body: { kind: "truefalse", stem },
  key: { kind: "truefalse", correct: true },
  difficulty: 1,
  sameStem: true,
});
const programmeForm = ({ branch }: Things) => ({
  title: "新学习计划",
  branchId: branch,
  opensAt: new Date(Date.now() + DAY_MS).toISOString(),
  closesAt: new Date(Date.now() + 9 * DAY_MS).toISOString(),
  modules: [{ title: "模块", items: [{ key: "a", kind: "reflection", title: "心得", moveOn: "Completed" }] }],
});
/** Of a group, whoever holds an office over its branch; its leader does not close it alone. */
const groupOffice = (say: Say): Expectation => ({
  relations: ["self", ...BRANCH_RELATIONS],
  who: each(OVERSEERS, ["self", ...DOWN]),
  forbidden: [],
  say,
});
const planForm: Say = ({ group }) => ({
  ...{ slug: group, title: "新安排", startsOn: "2030-01-01", endsOn: "2030-01-02", every: "week", weekdays: [7] },
  ...{ startClock: "14:00", endClock: "15:00" },
});
/** One that was announced: the plan leaves it alone. */
const planDay: Say = ({ group, plan, meeting }) => ({ slug: group, id: plan, meetingId: meeting, revision: 1 });
const ROSTER = { name: "名册.csv", text: "工号,姓名,组织编码\n" };

const yearbook = (body: Input = {}): Expectation => record(({ group }) => ({ group, year: 2026, ...body }));
const A_QUESTION = { kind: "truefalse", truth: "true" };

/** Every verb by its address. */
export const VERBS: Readonly<Record<string, Expectation>> = {
  "GET /api/meetings": office(MEMBERS),
  "POST /api/meetings": meets(({ group }) => ({ ...SOON, group, kind: "reading", title: "又一次读书会" })),
  "GET /api/meetings/:id": meeting(),
  "GET /api/meetings/:id/calendar": meeting(),
  "GET /api/meetings/:id/card": meeting(),
  "POST /api/meetings/:id/edit": meeting({ ...SOON, title: "读书会", revision: 99 }),
  "POST /api/meetings/:id/announce": meeting(),
  "POST /api/meetings/:id/cancel": meets(({ meetingSpare }) => ({ id: meetingSpare, reason: "改期" })),
  "POST /api/meetings/:id/reply": ownOnly(({ meeting: of }) => ({ id: of, reply: "yes" })),
  "POST /api/meetings/:id/people": meeting({ staffNos: "nobody-has-it" }),
  "POST /api/meetings/:id/people/:person/remove": meets(({ meeting: of }) => ({ id: of, person: 9e12 })),
  "POST /api/meetings/:id/parties": meeting({ group: "no-such-group" }),
  "POST /api/meetings/:id/parties/:party/remove": meets(({ meeting: of }) => ({ id: of, party: 9e12 })),
  "POST /api/meetings/:id/agenda": meeting({ title: "交流", minutes: 5 }),
  "POST /api/meetings/:id/agenda/:item/edit": agendaItem({ title: "导读", minutes: 15, kind: "reading" }),
  "POST /api/meetings/:id/agenda/:item/move": agendaItem({ to: "down" }),
  "POST /api/meetings/:id/agenda/:item/remove": agendaItem(),
  "POST /api/meetings/:id/questions": ownOnly(({ meeting: of }) => ({ id: of, body: "这一段怎么理解？" })),
  "POST /api/meetings/:id/questions/:question/remove": meets(({ meetingOver, oldQuestion }) => ({
    id: meetingOver,
    question: oldQuestion,
  })),
  "GET /api/calendar/:token": open(({ feed }) => ({ token: feed })),
  "GET /api/me/next-meeting": office(MEMBERS),
  "POST /api/me/calendar": office(MEMBERS),
  "POST /api/me/calendar/remove": office(MEMBERS),
  "GET /api/meeting-choices": office(MEMBERS),
  "GET /api/desk/meeting-kinds": office(OVERSEERS),
  "POST /api/desk/meeting-kinds/:key": office(["admin"], () => ({
    ...{ key: "morning", name: "晨读", nameEn: "Morning", minutes: 30, attend: "members", agenda: "领读 20", requiredFields: "title" },
  })),
  "GET /api/meetings/:id/record": recordOver(),
  "GET /api/meetings/:id/record/file": recordOver({ format: "pdf" }),
  "POST /api/meetings/:id/record": recordOver({ field: "summary", text: "小结", revision: 1 }),
  "POST /api/meetings/:id/record/sign": {
    ...ownOnly(({ meetingOver }) => ({ id: meetingOver, role: "chair", revision: 1 })),
  },
  "POST /api/meetings/:id/record/signers": record(({ meetingOver, fellow, person }) => ({
    ...{ id: meetingOver, chairId: fellow, recorderId: person },
  })),
  "POST /api/meetings/:id/record/lock": recordOver(),
  "POST /api/meetings/:id/record/addenda": record(({ meetingLocked }) => ({ id: meetingLocked, body: "补记一句" })),
  "POST /api/meetings/:id/record/files": recordOver({ file: { name: "图.png", text: "不是图片" } }),
  "POST /api/meetings/:id/record/files/:file/remove": recordOver({ file: 1 }),
  "GET /api/register": office(MEMBERS),
  "GET /api/register/file": office(MEMBERS),
  "GET /api/register/mine": office(MEMBERS),
  "GET /api/register/coverage": yearbook(),
  "GET /api/yearbooks": office(MEMBERS),
  "GET /api/yearbooks/:group/:year": yearbook(),
  "POST /api/yearbooks/:group/:year": yearbook({ title: "年度结集", parts: [], revision: 0 }),
  "POST /api/yearbooks/:group/:year/build": yearbook(),
  // No edition is made in this world: who may see the group hears that there is none, like everybody else.
  "GET /api/yearbooks/:group/:year/:edition": { ...yearbook({ edition: "pdf" }), who: {} },
  "POST /api/meetings/:id/record/questions": record(({ meetingOver, takeaway }, { role, personId }) => ({
    ...{ id: meetingOver, takeaway, ...A_QUESTION, stem: `${role} ${personId} ${takeaway}` },
  })),
  "POST /api/sign-in": open(() => ({ account: "nobody-at-all", password: "wrong-password-1" })),
  "POST /api/join": open(() => ({ code: "AAAA-BBBB", password: "a-long-new-password" })),
  "POST /api/setup": open(() => ({ token: "x", organisationName: "单位", account: "root", name: "某人", password: "a-long-new-password" })),

  "POST /api/sign-out": office(MEMBERS),
  "GET /api/me": office(MEMBERS),
  "GET /api/me/attempts": office(MEMBERS),
  "GET /api/me/export": office(MEMBERS),
  "GET /api/me/sessions": office(MEMBERS),
  "POST /api/me/sessions/:id/end": ownOnly(id("session")),
  "POST /api/me/password": office(MEMBERS, () => ({ current: "wrong-password-1", password: "a-long-new-password" })),
  "GET /api/me/certificates": office(MEMBERS),
  "GET /api/certificates/:id/pdf": { ...ownOnly(id("certificate")), who: holdsCertificate },
  "GET /api/certificates/:id/png": { ...ownOnly(id("certificate")), who: holdsCertificate },
  "GET /api/verify/:serial": open(({ serial }) => ({ serial })),
  "GET /api/jobs/:id": { ...ownOnly(id("job")), who: { ...each(MEMBERS, SELF), admin: ["self", ...BRANCH_RELATIONS] } },
  "GET /api/desk/programmes/:slug/certificates": contests(slug("certified"), NO_DESK),
  "POST /api/desk/programmes/:slug/certificates": contests(({ certified }) => ({ slug: certified, staffNo: "nobody" })),
  "POST /api/desk/programmes/:slug/certificates/issue": contests(slug("certified")),
  "GET /api/desk/programmes/:slug/certificates/file": contests(slug("certified"), NO_DESK),
  "POST /api/desk/certificates/:id/reissue": contests(id("certificate")),
  "POST /api/desk/certificates/:id/revoke": contests(({ certificate }) => ({ id: certificate, reason: "弄错了" })),
  "GET /api/desk/policy/certificates": office(["admin"]),
  "POST /api/desk/policy/certificates": office(["admin"], () => ({ code: "ZX", names: "masked" })),

  "GET /api/points/rules": office(MEMBERS),
  "GET /api/me/points": office(MEMBERS),
  "GET /api/me/points/years/:year": office(MEMBERS, () => ({ year: 2026 })),
  "GET /api/desk/points": office(["admin"]),
  "POST /api/desk/points": office(["admin"], () => ({ ...pointFields, reason: "按年度安排" })),
  "GET /api/desk/points/people": office(["admin"], () => ({ staffNo: "nobody-has-it" })),
  "POST /api/desk/points/corrections": about(each(["admin"], DOWN), ({ pointEntry }) => ({ entry: pointEntry, points: 1, reason: "有误" })),
  "POST /api/desk/points/years/:year": office(["admin"], () => ({ year: 2026 })),

  "GET /api/organisation": office(MEMBERS),
  "GET /api/complaints": office(MEMBERS),
  "POST /api/complaints": office(MEMBERS, () => ({ body: "一条意见" })),

  "GET /api/materials": office(MEMBERS),
  "GET /api/materials/:slug": about(audience, slug("material")),
  "POST /api/materials/:slug/place": about(audience, ({ material }) => ({ slug: material, paragraph: "p1" })),
  "GET /api/materials/:slug/outline": about(audience, slug("material")),
  "GET /api/materials/:slug/checks": about(audience, slug("material")),
  "POST /api/materials/:slug/checks/:questionId": about(audience, ({ material, check: [questionId, version] }) => ({
    slug: material,
    questionId,
    version,
    tries: 0,
    response: { truth: true },
  })),
  "POST /api/practices": office(MEMBERS, () => ({ mode: "drill" })),
  "GET /api/practices/overview": office(MEMBERS),
  "GET /api/practices/:id": ownOnly(({ practice: [practice] }) => ({ id: practice })),
  "POST /api/practices/:id/next": ownOnly(({ practice: [practice] }) => ({ id: practice })),
  "POST /api/practices/:id/answers": ownOnly(({ practice: [practice, version] }) => ({
    ...{ id: practice, slot: 0, version, response: { truth: true } },
  })),
  "POST /api/practices/:id/drafts": ownOnly(({ practice: [practice] }) => ({ id: practice, slot: 0, response: null })),
  "POST /api/practices/:id/hand-in": ownOnly(({ practice: [practice] }) => ({ id: practice })),
  "GET /api/match-queue": office(MEMBERS),
  "POST /api/match-queue": office(MEMBERS, () => ({ size: 2 })),
  "POST /api/match-queue/stay": office(MEMBERS),
  "POST /api/match-queue/leave": office(MEMBERS),
  "GET /api/matches/:id": ownOnly(({ match: [match] }) => ({ id: match })),
  "POST /api/matches/:id/answers": ownOnly(({ match: [match, version] }) => ({
    ...{ id: match, slot: 0, version, response: { truth: true } },
  })),
  "POST /api/matches/:id/leave": ownOnly(({ match: [match] }) => ({ id: match })),
  "GET /api/arenas": office(MEMBERS),
  "GET /api/arenas/:id": about(seesContest, arena()),
  "GET /api/desk/arenas": office(["organizer", "admin"]),
  "POST /api/desk/arenas": contests(arenaForm, NO_SETS),
  "GET /api/desk/arenas/:id": contests(arena(), NO_SETS),
  "POST /api/desk/arenas/:id": contests((things) => ({ ...arenaForm(things), id: things.arena[0] })),
  "POST /api/desk/arenas/:id/strikes": contests(({ arena: [arenaId, , match] }) => ({ id: arenaId, matchId: match, reason: "查明" })),
  "POST /api/desk/arenas/:id/strikes/:strikeId/lift": contests(({ arena: [arenaId, strikeId] }) => ({
    ...{ id: arenaId, strikeId, reason: "查明" },
  })),
  "POST /api/desk/arenas/:id/end": contests(arena({ how: "cancel", reason: "停办" })),
  "GET /api/live": office(MEMBERS),
  "GET /api/live/:code": about(seesContest, gameCode),
  "POST /api/live/:code/join": about(seesContest, gameCode),
  "GET /api/live/:code/screen": contests(gameCode),
  "POST /api/games/:id/answers": ownOnly(({ game: [game] }) => ({ id: game, questionNo: 0, response: { truth: true } })),
  "POST /api/games/:id/pulse": ownOnly(({ game: [game] }) => ({ id: game })),
  "POST /api/games/:id/says": ownOnly(({ game: [game, , , prompt] }) => ({
    id: game,
    promptId: prompt,
    said: { kind: "ask", text: "问" },
  })),
  "GET /api/desk/games": office(["organizer", "admin"]),
  "POST /api/desk/games": contests(({ branch }) => ({ title: "现场", branchId: branch, lines: [{ count: 1 }] })),
  "GET /api/desk/games/:id": contests(gameId, NO_SETS),
  "GET /api/desk/games/:id/players": contests(gameId, NO_SETS),
  "GET /api/desk/games/:id/report": contests(gameId, NO_SETS),
  "GET /api/desk/games/:id/evidence": contests(gameId, NO_SETS),
  "GET /api/desk/games/:id/report/file": contests(gameId, NO_SETS),
  "POST /api/desk/games/:id/turn": contests(gameMove),
  "POST /api/desk/games/:id/close": contests(gameMove),
  "POST /api/desk/games/:id/pause": contests(gameMove),
  "POST /api/desk/games/:id/resume": contests(gameMove),
  "POST /api/desk/games/:id/end": contests(gameMove),
  "GET /api/desk/games/:id/prompts": contests(gameId, NO_SETS),
  "POST /api/desk/games/:id/prompts": contests(({ game: [game] }) => ({ id: game, expected: 0, kind: "asks", title: "问" })),
  "POST /api/desk/games/:id/prompts/end": contests(({ game: [game] }) => ({ id: game, expected: 0, what: "close" })),
  "POST /api/desk/games/:id/prompts/:promptId/words": contests(({ game: [game, , , promptId] }) => ({
    ...{ id: game, promptId, words: ["词"], state: "hidden" },
  })),
  "POST /api/desk/games/:id/asks/:askId": contests(({ game: [game, , , , askId] }) => ({ id: game, askId, state: "hidden" })),
  "POST /api/desk/games/:id/players/:playerId/remove": contests(gamePlayer),
  "POST /api/desk/games/:id/players/:playerId/captain": contests(gamePlayer),
  "POST /api/favourites/:questionId": office(MEMBERS, ({ review: [questionId] }) => ({ questionId, note: "" })),
  "GET /api/review": office(MEMBERS),
  "GET /api/review/book": office(MEMBERS),
  "POST /api/review-settings": office(MEMBERS, () => ({ dailyCap: 20, examOn: "" })),
  "POST /api/review/:questionId/remove": ownOnly(({ review: [questionId] }) => ({ questionId, back: "true" })),
  "POST /api/review/:questionId": ownOnly(({ review: [questionId, version] }) => ({
    questionId,
    version,
    since: new Date().toISOString(),
    response: { truth: true },
  })),

  "GET /api/materials/:slug/annotations": about(audience, slug("material")),
  "POST /api/materials/:slug/annotations": about(audience, ({ material }) => ({
    ...{ slug: material, number: 1, block: "p1", start: 0, end: 3, exact: "第一段", kind: "note", body: "记", visibility: "private" },
  })),
  "GET /api/annotations/questions": office(OVERSEERS),
  "GET /api/annotations/:id/wording": about(branchmates, id("annotation")),
  "POST /api/annotations/:id/edit": ownOnly(({ annotation }) => ({ id: annotation, body: "改过的话" })),
  "POST /api/annotations/:id/share": ownOnly(({ annotation }) => ({ id: annotation, visibility: "branch" })),
  "POST /api/annotations/:id/replies": about(branchmates, ({ annotation }) => ({ id: annotation, body: "回复" })),
  "POST /api/annotations/:id/vote": about(branchmates, ({ annotation }) => ({ id: annotation, on: true })),
  "POST /api/annotations/:id/settle": ownOrOverseen(({ annotation }) => ({ id: annotation, on: false })),
  "POST /api/annotations/:id/anchor": ownOrOverseen(({ annotation }) => ({
    ...{ id: annotation, number: 1, block: "p1", start: 0, end: 3, exact: "第一段" },
  })),
  "POST /api/annotations/:id/remove": ownOrOverseen(({ annotationSpare }) => ({ id: annotationSpare, reason: "不当" })),
  "POST /api/annotation-replies/:id/remove": ownOrOverseen(({ annotationReply }) => ({ id: annotationReply, reason: "不当" })),
  "GET /api/reflections": office(MEMBERS),
  "POST /api/reflections": office(MEMBERS, () => ({ title: "新的一篇", body: "" })),
  "GET /api/reflections/prompt": office(MEMBERS),
  "GET /api/reflections/collection": about(branchmates, ({ branch }) => ({ branch })),
  "GET /api/reflections/collection/download": about(branchmates, ({ branch }) => ({ branch, format: "md" })),
  "GET /api/reflections/:id": about(branchmates, id("reflection")),
  "POST /api/reflections/:id/save": ownOnly(({ reflectionDraft }) => ({
    id: reflectionDraft,
    title: "二稿",
    body: "改过的话",
    revision: 1,
  })),
  "POST /api/reflections/:id/withdraw": ownOnly(id("reflection")),
  "POST /api/reflections/:id/hand-in": ownOnly(({ reflectionDraft }) => ({ id: reflectionDraft, revision: 1 })),
  "POST /api/reflections/:id/remove": ownOnly(id("reflectionDraft")),
  "POST /api/reflections/:id/comments": about(branchmates, ({ reflection }) => ({ id: reflection, body: "写得好" })),
  "POST /api/reflections/:id/keep": about(branchmates, ({ reflection }) => ({ id: reflection, on: true })),
  "POST /api/reflections/:id/recommend": about(each(OVERSEERS, DOWN), ({ reflection }) => ({ id: reflection, on: true })),
  "POST /api/reflections/:id/collect": about(each(OVERSEERS, DOWN), ({ reflection }) => ({ id: reflection, on: true })),
  "POST /api/reflection-comments/:id/remove": ownOrOverseen(({ reflectionComment }) => ({ id: reflectionComment, reason: "不当" })),
  "GET /api/desk/materials/:slug/anchors": library(slug("material"), NO_LIBRARY),
  "GET /api/search": office(MEMBERS, () => ({ q: "学习" })),
  "GET /api/desk/search": office(["reviewer", "organizer", "branch_admin", "admin"], () => ({ q: "学习" })),

  "GET /api/contests": office(MEMBERS),
  "GET /api/contests/:slug": about(seesContest, slug("contest")),
  "GET /api/contests/:slug/board": about(seesContest, slug("contest")),
  "GET /api/contests/:slug/branches": about(seesContest, slug("contest")),
  "GET /api/contests/:slug/why": about(seesContest, slug("contest")),
  "GET /api/contests/:slug/graph": about(seesContest, slug("contest")),
  "POST /api/contests/:slug/attempts": about(audience, slug("contest")),
  "POST /api/contests/:slug/rehearsals": about(audience, slug("contest")),
  // Contests of persons: who is let in hears that there are no teams.
  "GET /api/contests/:slug/team": about(seesContest, slug("contest")),
  "GET /api/contests/:slug/team-board": about(seesContest, slug("contest")),
  "GET /api/contests/:slug/promotion": about(seesContest, slug("contest")),
  "GET /api/contests/:slug/awards": about(seesContest, slug("contest")),
  "POST /api/contests/:slug/teams": about(audience, ({ contest }) => ({ slug: contest, name: "红旗队" })),
  "POST /api/contests/:slug/teams/join": about(audience, ({ contest }) => ({ slug: contest, code: "AAAAAAAA" })),
  "POST /api/contests/:slug/team/leave": about(audience, slug("contest")),
  "POST /api/contests/:slug/team/remove": about(audience, ({ contest }) => ({ slug: contest, personId: 1 })),
  "POST /api/contests/:slug/team/captain": about(audience, ({ contest }) => ({ slug: contest, personId: 1 })),
  "POST /api/contests/:slug/team/swap": about(audience, ({ contest }) => ({ slug: contest, out: 1, in: 2 })),
  "GET /api/attempts/:id": ownOnly(id("attempt")),
  "POST /api/attempts/:id/answers": ownOnly(({ attempt }) => ({ id: attempt, slot: 0, seq: 1, response: { truth: true } })),
  "POST /api/attempts/:id/hand-in": ownOnly(id("attempt")),
  "GET /api/attempts/:id/result": ownOnly(id("attempt")),

  "GET /api/desk/people": office(["branch_admin", "admin"]),
  "POST /api/desk/people": people(({ branch }, { role }) => ({ branchId: branch, name: "新人", staffNo: `new-${branch}-${role}` })),
  "GET /api/desk/people/:id": people(id("person"), NO_PEOPLE),
  "POST /api/desk/people/:id": people(({ person }) => ({ id: person, timePercent: 100 })),
  "POST /api/desk/people/:id/invite": people(id("person")),
  "GET /api/desk/people/export": office(["branch_admin", "admin"]),
  "POST /api/desk/people/import": office(["branch_admin", "admin"], () => ({ file: ROSTER, dryRun: "true" })),
  "GET /api/desk/people/template": office(["branch_admin", "admin"]),
  "GET /api/desk/branches": office(["reviewer", "organizer", "branch_admin", "admin"]),
  "POST /api/desk/branches": people(({ branch }, { role }) => ({ parentId: branch, code: `new-${branch}-${role}`, name: "新组织" })),
  "POST /api/desk/branches/:id": people(({ branch }) => ({ id: branch, kind: "支部" })),
  "POST /api/desk/branches/:id/close": people(id("branch")),
  "POST /api/desk/branches/:id/reopen": people(id("branch")),
  "POST /api/desk/branches/import": office(["branch_admin", "admin"], () => ({ file: ROSTER, dryRun: "true" })),
  "GET /api/desk/branches/template": office(["branch_admin", "admin"]),
  "GET /api/desk/offices": office(["branch_admin", "admin"]),
  "POST /api/desk/offices": people(({ person, branch }) => ({ personId: person, branchId: branch, office: "reviewer" })),
  "POST /api/desk/offices/:id/end": people(id("office")),
  "GET /api/desk/complaints": office(["branch_admin", "admin"]),
  "POST /api/desk/complaints/:id/reply": people(({ complaint }) => ({ id: complaint, reply: "答复" })),
  "GET /api/desk/audit": office(["branch_admin", "admin"]),
  "POST /api/desk/policy": office(["admin"], () => ({ reason: "不变" })),
  "GET /api/desk/reports": office(["organizer", "branch_admin", "admin"]),
  "GET /api/desk/reports/:slug": reports(slug("programme")),
  "GET /api/desk/reports/:slug/people": reports(slug("programme")),
  "GET /api/desk/reports/:slug/not-done": reports(slug("programme")),
  "GET /api/desk/reports/:slug/export": reports(slug("programme")),
  "GET /api/desk/people/:id/progress": completion(id("person"), ["member", "leader", "reviewer"]),
  "GET /api/desk/open-points": office(["organizer", "branch_admin", "admin"]),
  "GET /api/desk/open-points/export": office(["organizer", "branch_admin", "admin"]),
  "GET /api/me/progress": office(MEMBERS),
  "POST /api/desk/name-access": completion(({ branch }) => ({ branchId: branch, reason: "季度核对" })),

  "GET /api/desk/materials": office(["reviewer", "organizer", "admin"]),
  "POST /api/desk/materials": library(({ branch }) => ({ branchId: branch, title: "新文", body: `新文一段 ${branch}` })),
  "GET /api/desk/materials/:slug": library(slug("material"), NO_LIBRARY),
  "POST /api/desk/materials/:slug/edit": library(({ material }) => ({
    slug: material,
    from: 1,
    title: "改过的文",
    body: `改过的一段 ${material}`,
  })),
  "POST /api/desk/materials/:slug/publish": library(slug("material")),
  "POST /api/desk/materials/:slug/submit": library(slug("material")),
  "POST /api/desk/materials/:slug/review": about(each(["reviewer", "admin"], DOWN), ({ material }) => ({
    slug: material,
    number: 1,
    verdict: "publish",
  })),
  "GET /api/desk/materials/:slug/questions": library(slug("material"), NO_LIBRARY),
  "POST /api/desk/materials/:slug/withdraw": library(slug("material")),
  "GET /api/desk/materials/:slug/files": library(slug("material"), NO_LIBRARY),
  "POST /api/desk/materials/:slug/files": library(({ material }) => ({ slug: material, file: { name: "图.png", text: "不是图片" } })),
  "POST /api/desk/materials/:slug/files/:id/remove": library(({ material, file }) => ({ slug: material, id: file })),
  "GET /api/files/:id/:name": about(readsText, ({ file }) => ({ id: file, name: "图.png" })),
  "POST /api/desk/materials/preview": office(["reviewer", "organizer", "admin"], () => ({ body: "一段文字。" })),
  "POST /api/desk/materials/propose": office(["reviewer", "organizer", "admin"], () => ({ text: "一段文字。" })),

  "GET /api/desk/questions": office(["reviewer", "organizer", "admin"], nothing, true),
  "GET /api/desk/questions/categories": office(["reviewer", "organizer", "admin"], nothing, true),
  "GET /api/desk/questions/:id": about(each(["reviewer", "organizer", "admin"], NEAR), id("draft")),
  "GET /api/desk/questions/:id/statistics": about(each(["reviewer", "organizer", "admin"], NEAR), id("draft")),
  "POST /api/desk/questions": library(({ branch }) => ({ ...questionForm(`新题 ${branch}？`), branchId: branch })),
  "POST /api/desk/questions/:id/edit": library(({ draft }) => ({ ...questionForm(`改过的题 ${draft}？`), id: draft, from: 1 })),
  "POST /api/desk/questions/:id/submit": library(id("draft")),
  "POST /api/desk/questions/:id/review": about(each(["reviewer", "admin"], DOWN), ({ inReview }) => ({
    id: inReview,
    number: 1,
    verdict: "publish",
  })),
  "POST /api/desk/questions/:id/retire": library(id("draft")),
  "POST /api/desk/questions/:id/share": library(({ draft, branch }) => ({ id: draft, branchId: branch })),
  "POST /api/desk/questions/:id/media": library(({ draft }) => ({ id: draft, file: { name: "图.png", text: "不是图片" } })),
  "GET /api/desk/questions/export": office(["reviewer", "organizer", "admin"], nothing, true),
  "GET /api/desk/questions/export/check": office(["reviewer", "organizer", "admin"], nothing, true),
  "GET /api/desk/questions/template": office(["reviewer", "organizer", "admin"], nothing, true),
  // A file on its way is its maker's (nobody of these) and the administrators': it holds keys of questions that are in no bank yet.
  // What members reported: in the banks one sees; answered by who may edit the question.
  "POST /api/question-reports": ownOnly(({ review: [questionId] }) => ({
    from: "review",
    id: questionId,
    reason: "wording",
    note: "有歧义",
  })),
  "GET /api/me/question-reports": office(MEMBERS),
  "GET /api/desk/question-reports": office(["reviewer", "organizer", "admin"], nothing, true),
  "POST /api/desk/question-reports/:id/answer": library(({ reported }) => ({
    id: reported,
    verdict: "declined",
    reply: "已核对，答案无误。",
  })),
  "GET /api/desk/question-imports": office(["reviewer", "organizer", "admin"], nothing, true),
  "POST /api/desk/question-imports": library(({ branch }) => ({
    text: `题干,选项A,选项B,答案\n导入 ${branch} 的题？,甲,乙,A`,
    branchId: branch,
  })),
  "GET /api/desk/question-imports/:id": about(each(["admin"], DOWN), id("questionImport")),
  "GET /api/desk/question-imports/:id/result": about(each(["admin"], DOWN), id("questionImport")),
  "POST /api/desk/question-imports/:id/rows/:place": about(each(["admin"], DOWN), ({ questionImport }) => ({
    id: questionImport,
    place: 0,
    revision: 1,
    cells: { 题干: "改过的题？" },
  })),
  "POST /api/desk/question-imports/:id/choose": about(each(["admin"], DOWN), ({ questionImport }) => ({
    id: questionImport,
    revision: 1,
    rows: [0],
    choice: "skip",
  })),
  "POST /api/desk/question-imports/:id/write": about(each(["admin"], DOWN), ({ questionImport }) => ({
    id: questionImport,
    revision: 1,
    mode: "skip_bad",
  })),
  "POST /api/desk/question-imports/:id/drop": about(each(["admin"], DOWN), id("questionImport")),

  "GET /api/desk/halls": office(["reviewer", "organizer", "branch_admin", "admin"]),
  "POST /api/desk/halls": contests(hallForm),
  "GET /api/desk/halls/:id": contests(hall(), NO_DESK),
  "POST /api/desk/halls/:id": contests((things) => ({ ...hallForm(things), id: things.hall[0] })),
  "POST /api/desk/halls/:id/acts": contests(hall({ acted: 0, act: { kind: "round" } })),
  "GET /api/desk/halls/:id/screen": contests(hall(), NO_DESK),
  "GET /api/desk/halls/:id/evidence": contests(hall(), NO_DESK),
  "GET /api/desk/halls/:id/export": contests(hall(), NO_DESK),
  "GET /api/halls/:code/buzzer": ownOnly(({ hall: [, code] }) => ({ code })),
  "POST /api/halls/:id/buzz": ownOnly(hall({ item: 1 })),
  "GET /api/desk/papers": office(["reviewer", "organizer", "branch_admin", "admin"]),
  "POST /api/desk/papers": contests(paperForm),
  "GET /api/desk/papers/:id": contests(id("paper"), NO_DESK),
  "POST /api/desk/papers/:id": contests((things) => ({ ...paperForm(things), id: things.paper, revision: 1 })),
  "POST /api/desk/papers/:id/archive": contests(id("paper")),
  "GET /api/desk/sets": office(["organizer", "admin"]),
  "POST /api/desk/sets": contests(setForm),
  "GET /api/desk/sets/:id": contests(id("set"), NO_SETS),
  "POST /api/desk/sets/:id": contests((things) => ({ ...setForm(things), id: things.set })),
  "POST /api/desk/sets/:id/publish": contests(id("set")),
  "GET /api/desk/set-questions": contests(({ branch }) => ({ branchId: branch }), NO_SETS),
  "GET /api/desk/contests": office(["reviewer", "organizer", "branch_admin", "admin"]),
  "POST /api/desk/contests": contests(contestForm),
  "GET /api/desk/blueprint-check": contests(({ branch }) => ({ branchId: branch, blueprint: '[{"count":1}]' }), NO_DESK),
  "GET /api/desk/contests/:slug": contests(slug("contestDraft"), NO_DESK),
  "POST /api/desk/contests/:slug": contests((things) => ({ ...contestForm(things), slug: things.contestDraft, revision: 1 })),
  "GET /api/desk/contests/:slug/preview": contests(slug("contestDraft"), NO_DESK),
  "GET /api/desk/contests/:slug/monitor": contests(slug("contest"), NO_DESK),
  "POST /api/desk/contests/:slug/publish": contests(slug("contestDraft")),
  "POST /api/desk/contests/:slug/extend": contests(({ contest }) => ({ slug: contest, to: "all", minutes: 1, reason: "停电" })),
  "POST /api/desk/contests/:slug/pause": contests(({ contest }) => ({ slug: contest, to: "all", minutes: 1, reason: "停电" })),
  "POST /api/desk/contests/:slug/resume": contests(slug("contest")),
  "POST /api/desk/contests/:slug/results": contests(slug("contestOver")),
  "GET /api/desk/contests/:slug/screen": contests(slug("contest"), NO_DESK),
  "GET /api/desk/screen": office(["reviewer", "organizer", "branch_admin", "admin"]),
  "GET /api/desk/contests/:slug/board-file": contests(slug("contestOver"), NO_DESK),
  "GET /api/desk/contests/:slug/reveal": contests(slug("contestOver"), NO_DESK),
  "POST /api/desk/contests/:slug/reveal": contests(({ contestOver }) => ({ slug: contestOver, board: "persons" })),
  "POST /api/desk/contests/:slug/reveal/move": contests(({ contestOver }) => ({
    slug: contestOver,
    board: "persons",
    move: "next",
    seq: 1,
  })),
  "POST /api/desk/contests/:slug/release": contests(slug("contestOver")),
  "POST /api/desk/contests/:slug/frozen-board": contests(({ contestOver }) => ({ slug: contestOver, reason: "裁定之后" })),
  "GET /api/desk/contests/:slug/statistics": contests(slug("contestOver"), NO_DESK),
  "POST /api/desk/contests/:slug/statistics": contests(slug("contestOver")),
  "GET /api/desk/contests/:slug/statistics/file": contests(slug("contestOver"), NO_DESK),
  "GET /api/desk/contests/:slug/marking": contests(slug("contestOver"), NO_DESK),
  "POST /api/desk/contests/:slug/marking": contests(({ contestOver }) => ({ slug: contestOver, perAnswer: 1, markers: "nobody" })),
  "GET /api/desk/contests/:slug/short-answers": contests(slug("contestOver"), NO_DESK),
  // Nobody sat that contest: who may, hears that there is no such paper.
  "POST /api/desk/contests/:slug/marks": about({}, ({ contestOver }) => ({
    slug: contestOver,
    attemptId: 1,
    slot: 0,
    percent: 50,
    reason: "答得对",
  })),
  "GET /api/contests/:slug/marking": about({}, slug("contest")),
  "POST /api/contests/:slug/marking": about({}, ({ contest }) => ({ slug: contest, handle: "0".repeat(20), percent: 50 })),
  "GET /api/desk/contests/:slug/rulings": contests(slug("contestOver"), NO_DESK),
  "POST /api/desk/contests/:slug/rulings": contests(({ contestOver }) => ({
    slug: contestOver,
    versionId: 1,
    kind: "void_full",
    reason: "题干有误",
  })),
  "GET /api/desk/rulings/:id": contests(id("ruling"), NO_DESK),
  "POST /api/desk/rulings/:id/decide": contests(({ ruling }) => ({ id: ruling, verdict: "approve" })),
  "POST /api/desk/rulings/:id/apply": contests(id("ruling")),
  "POST /api/desk/rulings/:id/take-back": contests(({ ruling }) => ({ id: ruling, reason: "裁定有误" })),
  "GET /api/contests/:slug/clarifications": about(seesContest, slug("contest")),
  "POST /api/contests/:slug/clarifications": about(audience, ({ contest }) => ({ slug: contest, question: "第三题是哪一年？" })),
  "GET /api/contests/:slug/sanctions": about(seesContest, slug("contest")),
  "GET /api/desk/contests/:slug/clarifications": contests(slug("contest"), NO_DESK),
  "POST /api/desk/contests/:slug/clarifications": contests(({ contest }) => ({ slug: contest, text: "第五题多印了一个字" })),
  "POST /api/desk/clarifications/:id": contests(({ clarification }) => ({ id: clarification, answer: "以题面为准", to: "asker" })),
  "POST /api/attempts/:id/seat": ownOnly(id("attempt")),
  "GET /api/attempts/:id/judged": ownOnly(id("attempt")),
  "POST /api/attempts/:id/show": ownOnly(id("attempt")),
  "POST /api/attempts/:id/tries": ownOnly(({ attempt }) => ({ id: attempt, slot: 0, number: 1, response: { truth: true } })),
  "GET /api/attempts/:id/absences": ownOnly(id("attempt")),
  "POST /api/attempts/:id/absences": ownOnly(({ attempt }) => ({
    id: attempt,
    absences: [{ mark: "a", agoMs: 0, lastedMs: 6_000, hidden: true, cause: "unknown" }],
  })),
  "POST /api/absences/:id/note": ownOnly(({ pageAbsence }) => ({ id: pageAbsence, note: "接了一个电话" })),
  "GET /api/desk/attempts/:id/absences": contests(id("attempt"), NO_DESK),
  "GET /api/desk/contests/:slug/integrity": contests(slug("contestOver"), NO_DESK),
  "POST /api/desk/contests/:slug/integrity": contests(slug("contestOver")),
  // The entry is another contest's: who may, hears that it is not of this one.
  "POST /api/desk/contests/:slug/sanctions": contests(({ contestOver }) => ({
    slug: contestOver,
    entryId: 9e12,
    kind: "warning",
    reason: "雷同",
  })),
  "GET /api/desk/sanctions/:id": contests(id("sanction"), NO_DESK),
  "POST /api/desk/sanctions/:id/decide": contests(({ sanction }) => ({ id: sanction, verdict: "reject" })),
  "POST /api/desk/sanctions/:id/lift": contests(({ sanction }) => ({ id: sanction, reason: "申诉成立" })),
  "POST /api/desk/integrity-flags/:id": contests(({ integrityFlag }) => ({ id: integrityFlag, verdict: "dismissed", reason: "没有问题" })),
  "GET /api/desk/contests/:slug/evidence": contests(slug("contestOver"), NO_DESK),
  "POST /api/desk/contests/:slug/evidence": contests(slug("contestOver")),
  "GET /api/desk/contests/:slug/evidence/:id": contests(
    ({ contestOver, evidencePack }) => ({ slug: contestOver, id: evidencePack }),
    NO_DESK,
  ),
  "POST /api/desk/contests/:slug/review-set": contests(slug("contestOver")),
  "POST /api/desk/contests/:slug/copy": contests(({ contestOver }) => ({ slug: contestOver, title: "再办一场" })),
  "GET /api/desk/contests/:slug/promotion": contests(slug("contestOver"), NO_DESK),
  "GET /api/desk/contests/:slug/sides": contests(slug("contestOver"), NO_DESK),
  "POST /api/desk/contests/:slug/promotion": contests(slug("contestOver")),
  "GET /api/desk/contests/:slug/awards": contests(slug("contestOver"), NO_DESK),
  "POST /api/desk/contests/:slug/awards": contests(slug("contestOver")),
  "POST /api/desk/contests/:slug/awards/certificates": contests(slug("contestOver")),
  "GET /api/desk/contests/:slug/awards/file": contests(slug("contestOver"), NO_DESK),
  "GET /api/desk/contests/:slug/teams": contests(slug("contestDraft"), NO_DESK),
  "POST /api/desk/contests/:slug/teams/change": contests(({ contest }) => ({ slug: contest, teamId: 1, deed: "rename", value: "新队名" })),
  "POST /api/desk/contests/:slug/teams/import": contests(({ contestDraft }) => ({ slug: contestDraft, text: "队名\t工号", dryRun: true })),
  "POST /api/desk/contests/:slug/lot": contests(({ contestDraft }) => ({ slug: contestDraft, count: 1 })),
  "POST /api/desk/contests/:slug/make-up": contests(({ contestOver }) => ({ slug: contestOver, title: "补考" })),
  "POST /api/desk/contests/:slug/cancel": contests(({ contestDraft }) => ({ slug: contestDraft, reason: "改期" })),

  "GET /api/desk/programmes": office(["reviewer", "organizer", "branch_admin", "admin"]),
  "POST /api/desk/programmes": contests(programmeForm),
  "GET /api/desk/programmes/:slug": contests(slug("programmeDraft"), NO_DESK),
  "POST /api/desk/programmes/:slug": contests((things) => ({ ...programmeForm(things), slug: things.programmeDraft, revision: 1 })),
  "POST /api/desk/programmes/:slug/copy": contests(({ programmeDraft }) => ({ slug: programmeDraft, opensOn: "2030-01-01" })),
  "POST /api/desk/programmes/:slug/publish": contests(slug("programmeDraft")),
  "POST /api/desk/programmes/:slug/race": contests(({ programmeDraft }) => ({ slug: programmeDraft, runs: "no" })),
  "POST /api/desk/programmes/:slug/cancel": contests(({ programmeDraft }) => ({ slug: programmeDraft, reason: "改期" })),
  "POST /api/desk/programmes/:slug/points": about(each(["organizer", "admin", "branch_admin"], DOWN), ({ programme, branch }) => ({
    slug: programme,
    branchId: branch,
    body: "还没有做到的一点",
  })),
  "POST /api/desk/points/:id/close": about(each(["organizer", "admin", "branch_admin"], DOWN), ({ openPoint }) => ({
    id: openPoint,
    note: "已经做到",
  })),
  "GET /api/desk/programmes/:slug/items/:id/attendance": about(
    each(["organizer", "admin", "branch_admin"], NEAR),
    ({ programme, meetingItem }) => ({ slug: programme, id: meetingItem }),
    NO_DESK,
  ),
  "POST /api/desk/programmes/:slug/items/:id/attendance": about(
    each(["organizer", "admin", "branch_admin"], DOWN),
    ({ programme, meetingItem, person }) => ({ slug: programme, id: meetingItem, people: [person], mode: "online" }),
  ),
  "GET /api/desk/programme-subjects": contests(({ branch }) => ({ branchId: branch, kind: "material" }), NO_DESK),
  "GET /api/desk/programme-meetings": contests(({ branch }) => ({ branchId: branch }), NO_DESK),
  "GET /api/desk/programme-sources": office(["reviewer", "organizer", "branch_admin", "admin"]),

  "GET /api/programmes": office(MEMBERS),
  "GET /api/programmes/:slug": about(seesContest, slug("programme")),
  "GET /api/programmes/:slug/race": about(seesContest, slug("programme")),
  "GET /api/programmes/:slug/items/:id": about(seesContest, ({ programme, quizItem }) => ({ slug: programme, id: quizItem })),
  "POST /api/programmes/:slug/items/:id/attempts": about(audience, ({ programme, quizItem }) => ({ slug: programme, id: quizItem })),
  "GET /api/quiz-attempts/:id": ownOnly(id("quizAttempt")),
  "POST /api/quiz-attempts/:id/hand-in": ownOnly(({ quizAttempt }) => ({ id: quizAttempt, answers: [] })),
  "GET /api/quiz-attempts/:id/result": ownOnly(id("quizAttempt")),

  "GET /api/tasks": office(MEMBERS),
  "GET /api/tasks/left": office(MEMBERS),
  "GET /api/tasks/:id": ownOnly(id("task")),
  "POST /api/tasks/:id/files": ownOnly(({ task }) => ({ id: task, file: { name: "图.png", text: "不是图片" } })),
  "POST /api/tasks/:id/files/:file/remove": ownOnly(({ task, taskFile }) => ({ id: task, file: taskFile })),
  "POST /api/tasks/:id/report": ownOnly(({ task }) => ({ id: task, body: "已经完成" })),
  "GET /api/flags": office(MEMBERS),
  "GET /api/flags/:id": flagged(id("flag")),
  "POST /api/flags/:id/notes": flagged(({ flag }) => ({ id: flag, body: "每周学习一次" })),
  "GET /api/notices": office(MEMBERS),
  "POST /api/notices/read": office(MEMBERS),
  "POST /api/notices/:id/read": ownOnly(id("notice")),
  "GET /api/me/contact": office(MEMBERS),
  "POST /api/me/contact": office(MEMBERS, () => ({ email: "nobody@example.test", wantsEmail: "on" })),
  "POST /api/me/contact/remove": office(MEMBERS),
  "GET /api/desk/tasks": office(LEDGER),
  "GET /api/desk/tasks/groups": office(LEDGER),
  "GET /api/desk/tasks/programmes": office(LEDGER),
  "POST /api/desk/tasks": ledger(({ branch }) => ({ subtreeId: branch, title: "新任务" })),
  "GET /api/desk/tasks/:id": ledger(id("task"), NO_LEDGER),
  "POST /api/desk/tasks/:id": ledger(({ task }) => ({ id: task, title: "报送一份材料" })),
  "POST /api/desk/tasks/:id/return": ledger(({ taskDone }) => ({ id: taskDone, note: "缺签字" })),
  "POST /api/desk/tasks/cancel": ledger(({ task }) => ({ taskIds: [task], reason: "重复" })),
  "POST /api/desk/tasks/waive": ledger(({ task }) => ({ taskIds: [task], reason: "病假" })),
  "POST /api/desk/tasks/unwaive": ledger(({ taskWaived }) => ({ taskIds: [taskWaived], reason: "返岗" })),
  "GET /api/desk/supervision": office(LEDGER),
  "GET /api/desk/units/:id/tasks": ledger(id("branch"), NO_LEDGER),
  "GET /api/desk/flags": office(LEDGER),
  "POST /api/desk/flags": about(fromAbove, ({ branch }) => ({ branchId: branch, reason: "进度落后" })),
  "POST /api/desk/flags/:id/close": about(fromAbove, ({ flag }) => ({ id: flag, note: "已补齐" })),
  "POST /api/desk/reminders": office(LEDGER, ({ branch }) => ({ branchId: branch })),
  "GET /api/desk/policy/reminders": office(["admin"]),
  "POST /api/desk/policy/reminders": office(["admin"], () => ({ from: "21:00", to: "08:00", autoReminders: "on", remindBeforeDays: 3 })),

  "GET /api/groups": office(MEMBERS),
  "POST /api/groups": about(each(OVERSEERS, DOWN), ({ branch }) => ({ name: "新小组", branchId: branch, leaderNo: "nobody" })),
  "GET /api/desk/groups": office(OVERSEERS),
  "GET /api/group-places": office(OVERSEERS),
  "GET /api/groups/:slug/plan-choices": ownOrOverseen(slug("group")),
  "GET /api/groups/:slug": ownOrOverseen(slug("group")),
  "POST /api/groups/:slug/edit": ownOrOverseen(({ group }) => ({ slug: group, revision: 99, name: "改名", isPrivate: "on" })),
  "POST /api/groups/:slug/close": groupOffice(({ groupSpare }) => ({ slug: groupSpare, reason: "不再活动" })),
  "GET /api/groups/:slug/candidates": ownOrOverseen(({ group }) => ({ slug: group, q: "人" })),
  "POST /api/groups/:slug/members": ownOrOverseen(({ group }) => ({ slug: group, staffNos: "nobody" })),
  "POST /api/groups/:slug/members/:personId/role": ownOrOverseen(({ group }) => ({ slug: group, personId: 9e12, role: "deputy" })),
  "POST /api/groups/:slug/members/:personId/remove": ownOrOverseen(({ group }) => ({ slug: group, personId: 9e12 })),
  "POST /api/groups/:slug/leave": ownOnly(slug("group")),
  "GET /api/groups/:slug/plans": ownOrOverseen(slug("group")),
  "POST /api/groups/:slug/plans": ownOrOverseen(planForm),
  "POST /api/groups/:slug/plans/preview": ownOrOverseen(planForm),
  "POST /api/groups/:slug/plans/:id/move": ownOrOverseen((things, asker) => ({
    ...{ ...planDay(things, asker), day: "2030-01-01", startClock: "14:00", endClock: "15:00" },
  })),
  "POST /api/groups/:slug/plans/:id/skip": ownOrOverseen(planDay),
  "POST /api/groups/:slug/plans/:id/extend": ownOrOverseen(({ group, plan }) => ({
    slug: group,
    id: plan,
    revision: 1,
    endsOn: "2020-01-01",
  })),
  "GET /api/groups/:slug/rota": ownOrOverseen(slug("group")),
  "POST /api/groups/:slug/rota": ownOrOverseen(slug("group")),
  "POST /api/groups/:slug/absences": ownOnly(({ group }) => ({ slug: group, fromDay: "2020-01-01" })),
  "POST /api/groups/:slug/absences/:id/remove": ownOnly(({ group, absence }) => ({ slug: group, id: absence })),
  "POST /api/groups/:slug/swaps": ownOnly(({ group, meeting, meetingSpare }) => ({
    ...{ slug: group, meetingId: meeting, withMeetingId: meetingSpare },
  })),
  "POST /api/swaps/:id/answer": ownOnly(({ swap }) => ({ id: swap, agree: false })),
  "POST /api/swaps/:id/withdraw": ownOnly(({ swapAsked }) => ({ id: swapAsked })),
  "GET /api/groups/:slug/meetings/:id/kit": ownOrOverseen(({ group, meeting }) => ({ slug: group, id: meeting })),
  "GET /api/groups/:slug/questions": ownOnly(slug("group")),
  "GET /api/groups/:slug/votes": ownOrOverseen(slug("group")),
  "POST /api/groups/:slug/votes": ownOrOverseen(({ group }) => ({ slug: group, closesOn: "2020-01-01" })),
  "POST /api/groups/:slug/votes/:id/ballot": ownOnly(({ group, bookVote, nominee }) => ({
    slug: group,
    id: bookVote,
    nominees: [nominee],
  })),
  "POST /api/groups/:slug/votes/:id/count": ownOrOverseen(({ group, bookVote }) => ({ slug: group, id: bookVote })),
  "POST /api/groups/:slug/nominees": ownOnly(({ group }) => ({ slug: group, title: "一本书" })),
  "POST /api/groups/:slug/nominees/:id/retire": ownOrOverseen(({ group, oldNominee }) => ({ slug: group, id: oldNominee })),
  "GET /api/meetings/:id/room": ownOrOverseen(id("meetingNow")),
  "GET /api/meetings/:id/room/passage": ownOrOverseen(id("meetingNow")),
  "GET /api/meetings/:id/room/speeches": ownOrOverseen(id("meetingNow")),
  "GET /api/meetings/:id/room/polls": ownOrOverseen(id("meetingNow")),
  "GET /api/meetings/:id/room/notes": ownOrOverseen(id("meetingNow")),
  "GET /api/meetings/:id/room/forum": ownOrOverseen(id("meetingNow")),
  "GET /api/meetings/:id/room/people": ownOrOverseen(id("meetingNow")),
  "POST /api/meetings/:id/room/open": ownOrOverseen(id("meetingSpare")),
  "POST /api/meetings/:id/room/code": ownOrOverseen(id("meetingNow")),
  "POST /api/meetings/:id/room/check-in": ownOrOverseen(({ meetingNow }) => ({ id: meetingNow, code: "0".repeat(22) })),
  "POST /api/meetings/:id/room/ticks": ownOrOverseen(inRoom(({ fellow }) => ({ personId: fellow }))),
  "POST /api/meetings/:id/room/ticks/undo": ownOrOverseen(inRoom(({ fellow }) => ({ personId: fellow }))),
  "POST /api/meetings/:id/room/left": ownOrOverseen(inRoom(({ fellow }) => ({ personId: fellow }))),
  "POST /api/meetings/:id/room/excuses": ownOrOverseen(inRoom(({ fellow }) => ({ personId: fellow, excuse: "出差" }))),
  "POST /api/meetings/:id/room/guests": ownOrOverseen(inRoom(() => ({ who: "no-such-person" }))),
  "POST /api/meetings/:id/room/agenda/:itemId/start": ownOrOverseen(inRoom(({ agendaItem }) => ({ itemId: agendaItem }))),
  "POST /api/meetings/:id/room/next": ownOrOverseen(id("meetingNow")),
  "POST /api/meetings/:id/room/pause": ownOrOverseen(id("meetingNow")),
  "POST /api/meetings/:id/room/passage": ownOrOverseen(id("meetingNow")),
  "POST /api/meetings/:id/room/queue": ownOnly(id("meetingNow")),
  "POST /api/meetings/:id/room/queue/withdraw": ownOnly(id("meetingNow")),
  "POST /api/meetings/:id/room/queue/:entryId/call": ownOrOverseen(inRoom(({ queueEntry }) => ({ entryId: queueEntry }))),
  "POST /api/meetings/:id/room/queue/:entryId/end": ownOrOverseen(inRoom(({ queueEntry }) => ({ entryId: queueEntry }))),
  "POST /api/meetings/:id/room/speeches": ownOrOverseen(
    inRoom(({ fellow }) => ({ personId: fellow, key: crypto.randomUUID(), body: "谈一点体会" })),
  ),
  "POST /api/meetings/:id/room/speeches/:speechId/delete": ownOrOverseen(inRoom(({ speech }) => ({ speechId: speech }))),
  "POST /api/meetings/:id/room/polls": ownOrOverseen(
    inRoom(() => ({ kind: "poll", question: "下次几点", options: ["两点", "三点"], open: false })),
  ),
  "POST /api/meetings/:id/room/polls/:pollId/open": ownOrOverseen(inRoom(({ poll }) => ({ pollId: poll }))),
  "POST /api/meetings/:id/room/polls/:pollId/answer": ownOnly(inRoom(({ poll }) => ({ pollId: poll, choices: [0] }))),
  "POST /api/meetings/:id/room/polls/:pollId/close": ownOrOverseen(inRoom(({ poll }) => ({ pollId: poll }))),
  "POST /api/meetings/:id/room/polls/:pollId/remove": ownOrOverseen(inRoom(({ poll }) => ({ pollId: poll }))),
  "POST /api/meetings/:id/room/quiz": ownOrOverseen(id("meetingNow")),
  "POST /api/meetings/:id/room/decisions": ownOrOverseen(inRoom(() => ({ body: "下周前报送" }))),
  "POST /api/meetings/:id/room/decisions/:decisionId/remove": ownOrOverseen(({ meetingOver, decision }) => ({
    id: meetingOver,
    decisionId: decision,
  })),
  "POST /api/meetings/:id/room/takeaways": ownOnly(inRoom(() => ({ body: "一点收获" }))),
  "POST /api/meetings/:id/room/takeaways/:takeawayId/remove": ownOnly(({ meetingOver, takeaway }) => ({
    id: meetingOver,
    takeawayId: takeaway,
  })),
  "POST /api/meetings/:id/room/questions": ownOnly(inRoom(() => ({ body: "请再讲一讲" }))),
  "POST /api/meetings/:id/room/questions/:questionId/answered": ownOrOverseen(
    inRoom(({ meetingQuestion }) => ({ questionId: meetingQuestion })),
  ),
  "POST /api/meetings/:id/room/knocks": ownOrOverseen(({ meetingNow }) => ({ id: meetingNow, code: "0".repeat(22) })),
  "POST /api/meetings/:id/room/knocks/:personId/answer": ownOrOverseen(inRoom(({ fellow }) => ({ personId: fellow, admit: false }))),
  "POST /api/meetings/:id/room/forum": ownOrOverseen(
    inRoom(() => ({ limitMinutes: 8, warnSeconds: 60, most: 100, dropHighest: 1, dropLowest: 1, tie: "share" })),
  ),
  "POST /api/meetings/:id/room/forum/presenters": ownOrOverseen(inRoom(() => ({ name: "丙" }))),
  "POST /api/meetings/:id/room/forum/presenters/:presenterId/remove": ownOrOverseen(
    inRoom(({ presenterSpare }) => ({ presenterId: presenterSpare })),
  ),
  "POST /api/meetings/:id/room/forum/presenters/:presenterId/start": ownOrOverseen(inRoom(({ presenter }) => ({ presenterId: presenter }))),
  "POST /api/meetings/:id/room/forum/presenters/:presenterId/stop": ownOrOverseen(inRoom(({ presenter }) => ({ presenterId: presenter }))),
  "POST /api/meetings/:id/room/forum/presenters/:presenterId/score": ownOnly(
    inRoom(({ presenter }) => ({ presenterId: presenter, points: "90" })),
  ),
  "POST /api/meetings/:id/room/forum/judges": ownOrOverseen(inRoom(({ fellow }) => ({ personId: fellow }))),
  "POST /api/meetings/:id/room/forum/lot": ownOrOverseen(id("meetingNow")),
  "POST /api/meetings/:id/room/forum/close": ownOrOverseen(id("meetingNow")),
  "POST /api/meetings/:id/room/close": ownOrOverseen(id("meetingNow")),
  "POST /api/meetings/:id/room/reopen": ownOrOverseen(id("meetingNow")),
};

const page = office(MEMBERS);
const atDesk = (roles: readonly MemberRole[]): Expectation => office(roles, nothing, true);

const reportPage = about(each(["organizer", "branch_admin", "admin"], NEAR), slug("programme"));

/** Every page by its address. To a page nobody hears 403: what one may not see is not there. */
export const PAGES: Readonly<Record<string, Expectation>> = {
  "/meetings/[id]/record": recordOver(),
  "/meetings/register": page,
  "/meetings/register/mine": page,
  // Without a group it is nobody's; its verb above says who sees which.
  "/meetings/register/coverage": { ...page, who: {} },
  "/yearbooks": page,
  "/yearbooks/[group]/[year]": yearbook(),
  "/sign-in": open(nothing),
  "/setup": open(nothing),
  "/join": open(nothing),
  "/join/[code]": open(() => ({ code: "AAAA-BBBB" })),
  "/": page,
  "/me": page,
  "/me/certificates": page,
  "/verify/[serial]": open(({ serial }) => ({ serial })),
  "/desk/programmes/[slug]/certificates": contests(slug("certified")),
  "/me/complaints": page,
  "/me/points": page,
  "/me/points/rules": page,
  "/me/points/[year]": office(MEMBERS, () => ({ year: 2026 })),
  "/me/reports": page,
  "/me/contact": page,
  "/notices": page,
  "/groups": page,
  "/groups/new": atDesk(OVERSEERS),
  "/groups/[slug]": ownOrOverseen(slug("group")),
  "/groups/[slug]/members": ownOrOverseen(slug("group")),
  "/groups/[slug]/plans": ownOrOverseen(slug("group")),
  "/groups/[slug]/plans/new": ownOrOverseen(slug("group")),
  "/groups/[slug]/vote": ownOrOverseen(slug("group")),
  "/groups/[slug]/kit/[id]": ownOrOverseen(({ group, meeting }) => ({ slug: group, id: meeting })),
  "/desk/groups": atDesk(["organizer", "branch_admin", "admin"]),
  "/tasks": page,
  "/tasks/[id]": ownOnly(id("task")),
  "/tasks/flags/[id]": flagged(id("flag")),
  "/desk/tasks": atDesk(LEDGER),
  "/desk/tasks/new": atDesk(LEDGER),
  "/desk/tasks/waive": atDesk(LEDGER),
  "/desk/tasks/supervision": atDesk(LEDGER),
  "/desk/tasks/[id]": ledger(id("task")),
  "/desk/tasks/units/[id]": ledger(id("branch")),
  "/me/privacy": page,
  "/practice": page,
  "/search": page,
  "/practice/duel": page,
  "/practice/arena": page,
  "/practice/arena/[id]": about(seesContest, arena()),
  "/desk/arenas": atDesk(["organizer", "admin"]),
  "/desk/arenas/new": atDesk(["organizer", "admin"]),
  "/desk/arenas/[id]": contests(arena()),
  "/desk/arenas/[id]/edit": contests(arena()),
  "/live": page,
  // The same for everybody: what is one's own is asked for by GET /api/live/:code.
  "/live/[code]": open(gameCode),
  "/screen/live/[code]": contests(gameCode),
  "/desk/games": atDesk(["organizer", "admin"]),
  "/desk/games/new": atDesk(["organizer", "admin"]),
  "/desk/games/[id]": contests(gameId),
  "/desk/games/[id]/report": contests(gameId),
  "/practice/duel/[id]": ownOnly(({ match: [match] }) => ({ id: match })),
  "/practice/[id]": ownOnly(({ practice: [practice] }) => ({ id: practice })),
  "/review": page,
  "/review/book": page,
  "/review/settings": page,
  "/study": page,
  "/study/questions": atDesk(OVERSEERS),
  "/meetings": page,
  "/meetings/new": office([...OVERSEERS, "member", "reviewer"]),
  "/meetings/[id]": meeting(),
  "/meetings/[id]/edit": meeting(),
  "/desk/meetings": office(["organizer", "branch_admin", "admin"]),
  "/desk/meetings/kinds": office(["admin"]),
  "/reflections": page,
  "/reflections/new": page,
  "/reflections/collection": page,
  "/reflections/[id]": about(branchmates, id("reflection")),
  "/materials/[slug]": about(audience, slug("material")),
  "/meetings/[id]/room": ownOrOverseen(id("meetingNow")),
  "/meetings/[id]/room/hall": ownOrOverseen(id("meetingNow")),
  "/contests": page,
  "/contests/[slug]": about(seesContest, slug("contest")),
  "/contests/[slug]/board": about(seesContest, slug("contest")),
  "/contests/[slug]/play": about(seesContest, slug("contest")),
  "/contests/[slug]/rehearsal": about(seesContest, slug("contest")),
  "/contests/[slug]/attempts/[id]": ownOnly(({ contest, attempt }) => ({ slug: contest, id: attempt })),
  "/desk": atDesk(["reviewer", "organizer", "branch_admin", "admin"]),
  "/desk/people": atDesk(["branch_admin", "admin"]),
  "/desk/people/new": atDesk(["branch_admin", "admin"]),
  "/desk/people/import": atDesk(["branch_admin", "admin"]),
  "/desk/people/[id]": people(id("person")),
  "/desk/branches": atDesk(["branch_admin", "admin"]),
  "/desk/branches/new": atDesk(["branch_admin", "admin"]),
  "/desk/branches/import": atDesk(["branch_admin", "admin"]),
  "/desk/branches/[id]": people(id("branch")),
  "/desk/audit": atDesk(["branch_admin", "admin"]),
  "/desk/complaints": atDesk(["branch_admin", "admin"]),
  "/desk/policy": atDesk(["admin"]),
  "/desk/policy/points": atDesk(["admin"]),
  "/desk/policy/points/corrections": atDesk(["admin"]),
  "/desk/reports": atDesk(["organizer", "branch_admin", "admin"]),
  "/desk/reports/open-points": atDesk(["organizer", "branch_admin", "admin"]),
  "/desk/reports/[slug]": reportPage,
  "/desk/reports/[slug]/people": reportPage,
  "/desk/reports/[slug]/not-done": reportPage,
  "/desk/people/[id]/progress": completion(id("person")),
  "/me/progress": page,
  "/desk/materials": atDesk(["reviewer", "organizer", "admin"]),
  "/desk/materials/new": atDesk(["reviewer", "organizer", "admin"]),
  "/desk/materials/[slug]": library(slug("material")),
  "/desk/materials/[slug]/edit": library(slug("material")),
  "/desk/questions": atDesk(["reviewer", "organizer", "admin"]),
  "/desk/questions/new": atDesk(["reviewer", "organizer", "admin"]),
  "/desk/questions/import": atDesk(["reviewer", "organizer", "admin"]),
  "/desk/questions/import/[id]": about(each(["admin"], DOWN), id("questionImport")),
  "/desk/questions/export": atDesk(["reviewer", "organizer", "admin"]),
  "/desk/questions/[id]": about(each(["reviewer", "organizer", "admin"], NEAR), id("draft")),
  "/desk/questions/[id]/edit": library(id("draft")),
  "/desk/sets": atDesk(["organizer", "admin"]),
  "/desk/sets/new": atDesk(["organizer", "admin"]),
  "/desk/sets/[id]": contests(id("set")),
  "/desk/halls": atDesk(["reviewer", "organizer", "branch_admin", "admin"]),
  "/desk/halls/new": atDesk(["organizer", "admin"]),
  "/desk/halls/[id]": contests(hall()),
  "/desk/halls/[id]/edit": contests(hall()),
  "/desk/halls/[id]/protocol": contests(hall()),
  "/screen/halls/[id]": contests(hall()),
  "/screen/programmes/[slug]/race": about(seesContest, slug("programme")),
  "/screen/contests/[slug]": contests(slug("contest")),
  "/screen/contests/[slug]/reveal": contests(slug("contestOver")),
  "/screen/overview": atDesk(["reviewer", "organizer", "branch_admin", "admin"]),
  "/hall/[code]/buzz": ownOnly(({ hall: [, code] }) => ({ code })),
  "/desk/papers": atDesk(["reviewer", "organizer", "branch_admin", "admin"]),
  "/desk/papers/new": atDesk(["organizer", "admin"]),
  "/desk/papers/[id]": contests(id("paper")),
  "/desk/papers/[id]/edit": contests(id("paper")),
  "/desk/papers/[id]/print": contests(id("paper")),
  "/desk/contests": atDesk(["reviewer", "organizer", "branch_admin", "admin"]),
  "/desk/contests/new": atDesk(["organizer", "admin"]),
  "/desk/contests/[slug]": contests(slug("contestDraft")),
  "/desk/contests/[slug]/edit": contests(slug("contestDraft")),
  "/desk/contests/[slug]/preview": contests(slug("contestDraft")),
  "/desk/contests/[slug]/monitor": contests(slug("contest")),
  "/desk/contests/[slug]/teams": contests(slug("contestDraft")),
  "/desk/contests/[slug]/promotion": contests(slug("contestOver")),
  "/desk/contests/[slug]/awards": contests(slug("contestOver")),
  "/desk/contests/[slug]/statistics": contests(slug("contestOver")),
  "/desk/contests/[slug]/marking": contests(slug("contestOver")),
  "/contests/[slug]/marking": about({}, slug("contest")),
  "/desk/contests/[slug]/rulings": contests(slug("contestOver")),
  "/desk/contests/[slug]/evidence": contests(slug("contestOver")),
  "/desk/contests/[slug]/integrity": contests(slug("contestOver")),
  "/desk/contests/[slug]/clarifications": contests(slug("contest")),
  "/desk/questions/reports": office(["reviewer", "organizer", "admin"], nothing, true),
  "/desk/rulings/[id]": contests(id("ruling")),
  "/study/[programme]": about(seesContest, ({ programme }) => ({ programme })),
  "/study/[programme]/race": about(seesContest, ({ programme }) => ({ programme })),
  "/study/[programme]/items/[id]": about(seesContest, ({ programme, quizItem }) => ({ programme, id: quizItem })),
  "/desk/programmes": atDesk(["reviewer", "organizer", "branch_admin", "admin"]),
  "/desk/programmes/new": atDesk(["organizer", "admin"]),
  "/desk/programmes/[slug]": contests(slug("programmeDraft")),
  "/desk/programmes/[slug]/edit": contests(slug("programmeDraft")),
  "/desk/programmes/[slug]/items/[id]/attendance": about(
    each(["organizer", "admin", "branch_admin"], NEAR),
    ({ programme, meetingItem }) => ({ slug: programme, id: meetingItem }),
  ),
};

/** Routes that are neither verbs nor pages of ours: the framework's, and the border's own. Nobody's data is behind them. */
export const BORDER = [
  "/_global-error",
  "/_not-found",
  "/api/auth/[...nextauth]",
  "/api/openapi.json",
  "/api/preferences",
  "/icon.svg",
  "/sw.js",
];
