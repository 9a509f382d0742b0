import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { branches, complaints } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { listComplaints } from "./list-complaints.ts";
import { listMyComplaints } from "./list-my-complaints.ts";
import { replyComplaint } from "./reply-complaint.ts";
import { sendComplaint } from "./send-complaint.ts";

const now = new Date("2026-11-20T08:00:00Z");
const at = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
let admin: number, eastAdmin: number, westAdmin: number, member: number, other: number;

beforeAll(async () => {
  const root = await aBranch(null);
  const [east, west] = [await aBranch(root.id), await aBranch(root.id)];
  admin = await aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] });
  eastAdmin = await aPerson(east.id, { held: [{ office: "branch_admin", branchId: east.id }] });
  westAdmin = await aPerson(west.id, { held: [{ office: "branch_admin", branchId: west.id }] });
  member = await aPerson(east.id);
  other = await aPerson(west.id);
});

const send = async (by: number, body: string, when = now) => sendComplaint.call(await as(by, when), { body });
const box = async (by: number, filter: object = {}) => valueOf(await listComplaints.call(await as(by), filter)).complaints;

describe("the box", () => {
  test("goes to the branches above, is answered once, and the sender reads the answer and its time", async () => {
    const { id } = valueOf(await send(member, " 打卡太多了。\n请减少。 "));
    expect((await box(eastAdmin, { state: "open" })).map((row) => row.id)).toEqual([id]);
    expect(await box(westAdmin)).toEqual([]);
    expect(refusalOf(await replyComplaint.call(await as(westAdmin), { id, reply: "越权" }))).toBe("not-found");
    const repliers = [await as(admin, at(60)), await as(eastAdmin, at(60))];
    const words = { id, reply: "已整改，谢谢。" };
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) => replyComplaint.call(repliers[n % 2] as (typeof repliers)[number], words)),
    );
    expect(outcomes.map(refusalOf).toSorted()).toEqual([...Array(9).fill("already-replied"), "ok"]);
    const mine = valueOf(await listMyComplaints.call(await as(member), {})).complaints;
    expect(mine).toEqual([{ id, body: "打卡太多了。\n请减少。", createdAt: now, reply: "已整改，谢谢。", repliedAt: at(60) }]);
    expect(valueOf(await listMyComplaints.call(await as(other), {})).complaints).toEqual([]);
  });

  test("shows exactly what can.replyComplaint allows; members have no key to it", async () => {
    valueOf(await send(other, "建议增加夜间模式"));
    const all = await database("desk")
      .select({ id: complaints.id, path: branches.path })
      .from(complaints)
      .innerJoin(branches, eq(branches.id, complaints.branchId));
    for (const person of [admin, eastAdmin, westAdmin]) {
      const { viewer } = await as(person);
      expect((await box(person)).map(({ id }) => id).toSorted()).toEqual(
        all
          .filter((one) => can.replyComplaint(viewer, one))
          .map(({ id }) => id)
          .toSorted(),
      );
    }
    expect(refusalOf(await listComplaints.call(await as(member), {}))).toBe("forbidden");
  });

  test("takes ten a day from one person, also when twenty come at once", async () => {
    const talker = await aPerson((await aBranch(null)).id);
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, n) => send(talker, `第${n}条`, at(n))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10);
    expect(new Set(outcomes.filter(({ ok }) => !ok).map(refusalOf))).toEqual(new Set(["too-many"]));
    valueOf(await send(talker, "第二天", at(86_400 + 30)));
  });

  test("refuses what is empty, too long or holds half a character", async () => {
    for (const body of ["  ", "长".repeat(2_001), "a\uD800", "a\u0000"]) expect(refusalOf(await send(member, body))).toBe("invalid@body");
  });
});
