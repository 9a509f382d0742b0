import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { audit } from "#db/schema/operations.ts";
import { branches, offices, organisation, people } from "#db/schema/people.ts";
import { VISITOR } from "#domain/people/viewer.ts";
import { findViewer } from "#server/people/find-viewer.ts";
import { signIn } from "#server/people/sign-in.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aPerson, as } from "#tests/world/people.ts";
import { findOrganisation } from "./find-organisation.ts";
import { getOrganisation } from "./get-organisation.ts";
import { offerSetup } from "./offer-setup.ts";
import { setPolicy } from "./set-policy.ts";
import { useSetupLink } from "./use-setup-link.ts";

const now = new Date();
const visitor = (at = now) => ({ viewer: VISITOR, now: at, requestId: "t", address: "10.0.0.1", device: "browser" });
const wishes = { organisationName: "某某机关党委", account: "Chief", name: "首任管理员", password: "松竹梅兰菊荷桂兰" };
const setUp = (token: string, at = now, more: object = {}) => useSetupLink.call(visitor(at), { token, ...wishes, ...more });

describe("the first day", () => {
  test("a new start kills the former link; a link lasts a day; a weak password leaves it unused", async () => {
    expect(await findOrganisation()).toBeNull();
    const [first, second] = [await offerSetup(now), await offerSetup(now)];
    expect(await findOrganisation()).toMatchObject({ ready: false });
    expect(refusalOf(await setUp(first ?? ""))).toBe("code-not-valid");
    expect(refusalOf(await setUp(second ?? "", new Date(now.getTime() + 86_400_001)))).toBe("code-not-valid");
    expect(refusalOf(await setUp(second ?? "", now, { password: "chief chief" }))).toBe("password-weak@password");
    expect(refusalOf(await setUp("", now))).toBe("invalid@token");
    expect(JSON.stringify(await database("desk").select().from(organisation))).not.toContain(second);
  });

  test("ten who hold the link at once: one becomes the administrator, of one root", async () => {
    const token = (await offerSetup(now)) ?? "";
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, at) => setUp(token, now, { account: `chief${at}` })));
    expect(outcomes.map(refusalOf).toSorted()).toEqual([...Array(9).fill("code-not-valid"), "ok"]);
    const [root, ...others] = await database("desk").select().from(branches);
    expect([root?.name, root?.parentId, others]).toEqual([wishes.organisationName, null, []]);
    expect(await database("desk").select().from(people)).toHaveLength(1);
    expect(await database("desk").select().from(offices)).toMatchObject([{ office: "admin", branchId: root?.id }]);
    const done = outcomes.find(({ ok }) => ok);
    if (!done?.ok) throw new Error("nobody got in");
    expect(await findViewer(done.value.sessionId, now)).toMatchObject({ name: "首任管理员" });
    valueOf(await signIn.call(visitor(), { account: done.value.account, password: wishes.password }));
    expect(await offerSetup(now)).toBeNull();
    expect(refusalOf(await setUp(token))).toBe("code-not-valid");
  });
});

describe("policy", () => {
  test("light-burden mode is switched by an administrator, with before, after and reason in the ledger", async () => {
    const [chief] = await database("desk").select().from(people);
    const [root] = await database("desk").select().from(branches);
    const deputy = await aPerson(root?.id ?? 0, { held: [{ office: "branch_admin", branchId: root?.id ?? 0 }] });
    expect(refusalOf(await setPolicy.call(await as(deputy, now), { lightBurden: false }))).toBe("forbidden");
    const chiefNow = await as(chief?.id ?? 0, now);
    expect(valueOf(await setPolicy.call(chiefNow, { lightBurden: "false", reason: "企业内部使用" })).changed).toEqual(["lightBurden"]);
    expect(valueOf(await setPolicy.call(chiefNow, { lightBurden: false })).changed).toEqual([]);
    expect(valueOf(await getOrganisation.call(await as(deputy, now), {}))).toMatchObject({
      name: wishes.organisationName,
      lightBurden: false,
    });
    const rows = await database("desk").select().from(audit).where(eq(audit.action, "organisation.policy"));
    expect(rows).toMatchObject([
      { before: { lightBurden: true }, after: { lightBurden: false }, reason: "企业内部使用", actorId: chief?.id },
    ]);
  });
});
