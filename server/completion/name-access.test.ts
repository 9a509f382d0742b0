import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { audit } from "#db/schema/operations.ts";
import { setPolicy } from "#server/organisation/set-policy.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { giveNameReason } from "./give-name-reason.ts";
import { nameAccessOf, namesAccessOf } from "./name-access.ts";

const now = new Date("2026-11-20T08:00:00Z");
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
let admin: number, organizer: number, member: number, root: number, east: number;

beforeAll(async () => {
  await anOrganisation(true);
  root = (await aBranch(null, "总部")).id;
  east = (await aBranch(root, "东区")).id;
  admin = await aPerson(root, { held: [{ office: "admin", branchId: root }] });
  organizer = await aPerson(east, { held: [{ office: "organizer", branchId: east }] });
  member = await aPerson(east);
});

const policy = async (wish: object) => valueOf(await setPolicy.call(await as(admin, now), wish)).changed;
const access = async (personId: number, at = now) => namesAccessOf(database("desk"), (await as(personId)).viewer, at);
const ask = async (personId: number, wish: object, at = now) => refusalOf(await giveNameReason.call(await as(personId, at), wish));

test("light-burden mode: counts alone, and a reason changes nothing", async () => {
  expect(await access(admin)).toBe("aggregate");
  expect(await ask(admin, { reason: "季度核对" })).toBe("names-withheld");
  expect(await policy({ studyNames: "named" })).toEqual(["studyNames"]);
  expect(await access(admin)).toBe("aggregate");
});

test("names with a reason: written down, good for an hour, for the one who gave it", async () => {
  await policy({ studyNames: "reason", reason: "年度考核" });
  expect(await access(organizer)).toBe("aggregate");
  expect(await ask(organizer, { reason: "  " })).toBe("invalid@reason");
  expect(await ask(organizer, { reason: "提醒未完成的人", branchId: root })).toBe("not-found");
  expect(await ask(member, { reason: "好奇" })).toBe("forbidden");
  expect(await access(organizer)).toBe("aggregate");
  expect(await ask(organizer, { reason: "提醒未完成的人" })).toBe("ok");
  expect([await access(organizer), await access(organizer, after(59)), await access(organizer, after(61))]).toEqual([
    "reason-given",
    "reason-given",
    "aggregate",
  ]);
  expect(await access(admin)).toBe("aggregate");
  const { until } = await nameAccessOf(database("desk"), (await as(organizer)).viewer, now);
  expect(until).toEqual(after(60));
  const rows = await database("desk").select().from(audit).where(eq(audit.action, "names.access"));
  expect(rows).toMatchObject([{ actorId: organizer, branchId: east, object: "names", reason: "提醒未完成的人" }]);
});

test("with the mode off names are plain, unless the organisation chose otherwise", async () => {
  await policy({ lightBurden: false });
  expect(await access(admin)).toBe("aggregate");
  await policy({ studyNames: "named" });
  expect(await access(admin)).toBe("named");
  await policy({ lightBurden: true });
  expect(await access(admin)).toBe("aggregate");
});
