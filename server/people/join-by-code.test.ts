import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { audit } from "#db/schema/operations.ts";
import { invitations, people } from "#db/schema/people.ts";
import { VISITOR } from "#domain/people/viewer.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { editPerson } from "./edit-person.ts";
import { findViewer } from "./find-viewer.ts";
import { invitePerson } from "./invite-person.ts";
import { joinByCode } from "./join-by-code.ts";
import { hashOfCode } from "./one-time-code.ts";
import { signIn } from "./sign-in.ts";

const now = new Date();
const later = (ms: number) => new Date(now.getTime() + ms);
const HOUR = 3_600_000;
const GOOD = "松竹梅兰菊荷桂兰";
let branch: { id: number };
let admin: number;
let branchAdmin: number;

beforeAll(async () => {
  const root = await aBranch(null);
  branch = await aBranch(root.id);
  admin = await aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] });
  branchAdmin = await aPerson(branch.id, { held: [{ office: "branch_admin", branchId: branch.id }] });
});

const visitor = (at = now, address = "10.0.0.1") => ({ viewer: VISITOR, now: at, requestId: "t", address, device: "phone" });
const invite = async (by: number, id: number, at = now) => invitePerson.call(await as(by, at), { id });
const codeFor = async (id: number, at = now) => valueOf(await invite(branchAdmin, id, at)).code;
const join = (code: string, at = now, password = GOOD) => joinByCode.call(visitor(at), { code, password });
const rowOf = async (id: number) => (await database("desk").select().from(people).where(eq(people.id, id)))[0];

describe("a one-time code (TD5)", () => {
  test("opens the account once: typed sloppily it counts, a second time it does not", async () => {
    const id = await aPerson(branch.id);
    const { code, reset } = valueOf(await invite(branchAdmin, id));
    expect([code.replaceAll("-", "").length, reset]).toEqual([26, false]);
    const joined = valueOf(await join(` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")} `));
    expect(await findViewer(joined.sessionId, now)).toMatchObject({ personId: id });
    expect(refusalOf(await join(code))).toBe("code-not-valid");
    valueOf(await signIn.call(visitor(), { account: joined.account, password: GOOD }));
  });

  test("is kept as a hash, and neither it nor the password is in the ledger", async () => {
    const id = await aPerson(branch.id);
    const code = await codeFor(id);
    const [kept] = await database("desk").select().from(invitations).where(eq(invitations.personId, id));
    expect(kept?.codeHash).toBe(hashOfCode(code));
    expect(JSON.stringify(kept)).not.toContain(code);
    valueOf(await join(code));
    const rows = await database("desk").select().from(audit).where(eq(audit.objectId, id));
    expect(rows.map(({ action }) => action)).toEqual(["person.invite", "person.join"]);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${code}|${GOOD}|argon2`));
  });

  test("dies when the next one is given out, after 7 days, and for a disabled person", async () => {
    const id = await aPerson(branch.id);
    const [first, second] = [await codeFor(id), await codeFor(id, later(1))];
    expect(refusalOf(await join(first, later(2)))).toBe("code-not-valid");
    expect(refusalOf(await join(second, later(7 * 24 * HOUR + 1)))).toBe("code-not-valid");
    valueOf(await editPerson.call(await as(branchAdmin, now), { id, disabled: true }));
    expect(refusalOf(await join(second, later(2)))).toBe("code-not-valid");
    expect(refusalOf(await invite(branchAdmin, id))).toBe("person-disabled");
  });

  test("is good for one hour when the person has a password, and ends his other sign-ins", async () => {
    const id = await aPerson(branch.id);
    const old = valueOf(await join(await codeFor(id)));
    const { code, reset } = valueOf(await invite(branchAdmin, id));
    expect(reset).toBe(true);
    expect(refusalOf(await join(code, later(HOUR)))).toBe("code-not-valid");
    valueOf(await join(code, later(HOUR - 1), `${GOOD}二`));
    expect((await findViewer(old.sessionId, later(HOUR))).kind).toBe("visitor");
  });

  test("a weak password leaves the code unused", async () => {
    const id = await aPerson(branch.id);
    const code = await codeFor(id);
    expect(refusalOf(await join(code, now, "1234"))).toBe("password-short@password");
    expect(refusalOf(await join(code, now, (await rowOf(id))?.account.repeat(2)))).toBe("password-weak@password");
    valueOf(await join(code));
  });

  test("ten at once with one code: exactly one gets in", async () => {
    const code = await codeFor(await aPerson(branch.id));
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, at) => join(code, now, `${GOOD}${at}`)));
    expect(outcomes.map(refusalOf).toSorted()).toEqual([...Array(9).fill("code-not-valid"), "ok"]);
  });

  test("ten given out at once: only one of them opens the door", async () => {
    const id = await aPerson(branch.id);
    const chief = await as(branchAdmin, now);
    const codes = (await Promise.all(Array.from({ length: 10 }, () => invitePerson.call(chief, { id })))).map(
      (given) => valueOf(given).code,
    );
    const outcomes: string[] = [];
    for (const code of codes) outcomes.push(refusalOf(await join(code)));
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(1);
  });

  test("is no ladder: a branch administrator gets none for an administrator or for those of another branch", async () => {
    const chief = await aPerson(branch.id, { held: [{ office: "admin", branchId: branch.id }] });
    expect(refusalOf(await invite(branchAdmin, chief))).toBe("forbidden");
    expect(refusalOf(await invite(branchAdmin, admin))).toBe("not-found");
    valueOf(await invite(admin, branchAdmin));
  });
});
