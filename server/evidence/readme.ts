import type { ContestSubject } from "#server/contests/find-contest.ts";

/** What a pack is and how anybody checks it, in both languages. */
export function readme({ title, slug }: Pick<ContestSubject, "title" | "slug">, now: Date): string {
  return `竞赛证据包 / Evidence of a contest
${title} (${slug})
${now.toISOString()}

内容：contest.json 规则与设置；rules.txt 竞赛页面上印出的规则原文；roster 参赛名单；entries 参赛记录；questions 题目各版本与答案；
papers 每人每次的试卷（题目顺序由 version_ids 给出，选项顺序由 seed 重现）；answers 计分的作答；events 每一次保存（含迟到的）；tries 当场判分的每一次提交（时间、题目版本、当时告知的对错）；
rehearsals/ 试答（不计成绩，单独存放）；standings 成绩与排名依据；frozen-standings 封榜时的成绩；teams 队伍、队长、队员和替补；team-standings 团体成绩；boards/ 各时刻留存的榜（个人和队伍，队伍注明由谁的成绩组成）和现在的榜；rulings 裁定；mark-entries 改分记录；overrides 延时；pauses 暂停；
absences 离开页面记录；flags 核查线索；sanctions 处理；clarifications 答疑；certificates 证书及编号；stages 前后各站；
invited 参赛资格；promotions 历次晋级名单及差异；awards 历次评奖；halls/ 现场决赛（参赛队、题目、逐条记录）；ledger 操作记录；
manifest.json 每个文件的 SHA-256 和总哈希（root）。.jsonl 每行一条 JSON。
核验：npm run verify-evidence -- 本文件.zip。不需要数据库；改动一个字节，会指出是哪个文件。把显示的总哈希与竞赛工作台上的对照。

What is inside: contest.json rules and settings; rules.txt the sentences that the contest's page prints; roster; entries; questions (every version used, with keys);
papers (order of questions in version_ids, order of options from seed); answers (what counts); events (every save, late ones too); tries (where answers are judged at once: each with its time, revision and the verdict told);
rehearsals/ (they count for nothing and stand apart from the results); standings; frozen-standings; teams with captain, members and substitutes; team-standings; boards/ as they were kept (persons and teams, each team with whose results it is made of) and as they are now; rulings; mark-entries; overrides; pauses; absences; flags; sanctions;
clarifications; certificates with their serials; stages before and after; invited; promotions, every list and what it changed; awards;
halls/ finals on a stage (sides, questions, every line of the ledger); ledger; manifest.json (SHA-256 of every file, and the root hash). A line of a .jsonl is one JSON value.
To verify: npm run verify-evidence -- THIS.zip. It needs no database and names the file in which a single byte was changed. Compare the
root hash it prints with the one on the contest's desk page.
`;
}

const SMALL = {
  hall: [
    "现场决赛证据包 / Evidence of a final",
    "halls/：规则、参赛队和按铃人、题目与答案、逐条记录（events）",
    "halls/: rules, sides, questions with keys, the whole ledger",
  ],
  game: [
    "现场答题证据包 / Evidence of a quiz in a room",
    "game/：game 规则与设置；players 参加者；questions 题目与答案；answers 计分的作答；events 每一次提交；moves 主持人的每一步",
    "game/: game, players, questions with keys, answers (what counts), events (every one sent), moves (every step of a host)",
  ],
} as const;

/** The same for the pack of a final or of a quiz in a room. */
export function smallReadme(kind: keyof typeof SMALL, title: string, now: Date): string {
  const [head, chinese, english] = SMALL[kind];
  return `${head}
${title}
${now.toISOString()}

内容：${chinese}；ledger 操作记录；manifest.json 每个文件的 SHA-256 和总哈希（root）。.jsonl 每行一条 JSON。
核验：npm run verify-evidence -- 本文件.zip。不需要数据库；改动一个字节，会指出是哪个文件。把显示的总哈希与操作记录里下载时的对照。

What is inside: ${english}; ledger; manifest.json (SHA-256 of every file, and the root hash). A line of a .jsonl is one JSON value.
To verify: npm run verify-evidence -- THIS.zip. It needs no database and names the file in which a single byte was changed. Compare the
root hash it prints with the one that the audit ledger holds of this download.
`;
}
