import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { people, sessions } from "#db/schema/people.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { changePassword } from "./change-password.ts";
import { endMySession } from "./end-my-session.ts";
import { exportMyData } from "./export-my-data.ts";
import { findViewer } from "./find-viewer.ts";
import { listMySessions } from "./list-my-sessions.ts";
import { hashPassword } from "./passwords.ts";
import { openSession } from "./sessions.ts";

const now = new Date();
const GOOD = "松竹梅兰菊荷桂兰";
let branch: { id: number };

beforeAll(async () => {
  branch = await aBranch(null);
});

describe("one's own sign-ins", () => {
  test("a new password needs the old one and ends the other sign-ins, not this one", async () => {
    const id = await aPerson(branch.id);
    await database("desk")
      .update(people)
      .set({ passwordHash: await hashPassword(GOOD) })
      .where(eq(people.id, id));
    const me = await as(id, now);
    const other = await openSession(id, "tablet", now);
    const wrong = await changePassword.call(me, { current: "not this one", password: `${GOOD}新` });
    expect(refusalOf(wrong)).toBe("wrong-password@current");
    valueOf(await changePassword.call(me, { current: GOOD, password: `${GOOD}新` }));
    expect((await findViewer(other, now)).kind).toBe("visitor");
    expect((await findViewer(me.viewer.sessionId, now)).kind).toBe("member");
    for (let guess = 0; guess < 8; guess++) await changePassword.call(me, { current: `guess ${guess}`, password: GOOD });
    expect(refusalOf(await changePassword.call(me, { current: `${GOOD}新`, password: GOOD }))).toBe("too-many-guesses");
  });

  test("are listed with this one marked; one can be ended, another's cannot", async () => {
    const [id, stranger] = [await aPerson(branch.id), await aPerson(branch.id)];
    const [me, them] = [await as(id, now), await as(stranger, now)];
    const phone = await openSession(id, "phone", now);
    const mine = valueOf(await listMySessions.call(me, {})).sessions;
    expect(mine.map(({ id: sid, current }) => [sid, current]).toSorted()).toEqual(
      [
        [me.viewer.sessionId, true],
        [phone, false],
      ].toSorted(),
    );
    expect(refusalOf(await endMySession.call(them, { id: phone }))).toBe("not-found");
    valueOf(await endMySession.call(me, { id: phone }));
    expect(refusalOf(await endMySession.call(me, { id: phone }))).toBe("not-found");
  });

  test("the export holds the own record, no hash of a password and nobody else (TH1)", async () => {
    const id = await aPerson(branch.id, { name: "导出人" });
    await database("desk")
      .update(people)
      .set({ passwordHash: await hashPassword(GOOD) })
      .where(eq(people.id, id));
    const data = valueOf(await exportMyData.call(await as(id, now), {}));
    expect(data.profile).toMatchObject({ name: "导出人", branchId: branch.id });
    expect(JSON.stringify(data)).not.toMatch(/argon2|passwordHash/);
    const kept = await database("desk").select().from(sessions).where(eq(sessions.personId, id));
    expect(data.sessions).toHaveLength(kept.length);
  });
});
