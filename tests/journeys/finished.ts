import { type Browser, type BrowserContext, expect } from "@playwright/test";
import { browserOf, DESK, postAs } from "./stage.ts";

const DAY_MS = 86_400_000;

async function read<T>(context: BrowserContext, path: string): Promise<T> {
  const reply = await context.request.get(path, { headers: { accept: "application/json" } });
  expect(reply.ok(), `GET ${path}: ${reply.status()}`).toBe(true);
  return (await reply.json()) as T;
}

type Me = { name: string; staffNo: string };

/** Who these accounts are, as they read it themselves. */
async function peopleBehind(browser: Browser, accounts: readonly string[]): Promise<Me[]> {
  const all: Me[] = [];
  for (const account of accounts) {
    const own = await browserOf(browser, account, DESK);
    all.push(await read<Me>(own, "/api/me"));
    await own.close();
  }
  return all;
}

/** A programme of the whole organisation with a certificate, of one meeting, at which the organizer notes these people. */
async function programmeWithMeeting(organizer: BrowserContext, title: string, people: readonly Me[]): Promise<string> {
  const { branches } = await read<{ branches: { id: number }[] }>(organizer, "/api/desk/branches");
  const now = Date.now();
  const at = (days: number) => new Date(now + days * DAY_MS).toISOString();
  const { slug } = await postAs<{ slug: string }>(organizer, "/api/desk/programmes", {
    ...{ title, titleEn: "The Charter", branchId: branches[0]?.id, opensAt: at(-9), closesAt: at(9) },
    ...{ certificateTitle: "结业证书", certificateTitleEn: "Certificate of Completion" },
    modules: [
      {
        title: "第一单元",
        titleEn: "Module 1",
        items: [
          {
            ...{ key: "a", kind: "meeting", title: "集中学习", titleEn: "A meeting", moveOn: "Completed" },
            meeting: { startsAt: at(-1), endsAt: at(-0.9), place: "会议室" },
          },
        ],
      },
    ],
  });
  await postAs(organizer, `/api/desk/programmes/${slug}/publish`);
  type Desk = { draft: { modules: { items: { id: number }[] }[] } };
  const { draft } = await read<Desk>(organizer, `/api/desk/programmes/${slug}`);
  const attendance = `/api/desk/programmes/${slug}/items/${draft.modules[0]?.items[0]?.id}/attendance`;
  for (const { name } of people) {
    const found = await read<{ people: { id: number; name: string }[] }>(organizer, `${attendance}?q=${encodeURIComponent(name)}`);
    const person = found.people.find((one) => one.name === name);
    await postAs(organizer, attendance, { people: [person?.id ?? 0], mode: "on_site" });
  }
  return slug;
}

/** A programme that these accounts have finished; its address. */
export async function finishedProgramme(browser: Browser, accounts: readonly string[], title = "学习贯彻党章专题培训"): Promise<string> {
  const people = await peopleBehind(browser, accounts);
  const organizer = await browserOf(browser, "organizer", DESK);
  const slug = await programmeWithMeeting(organizer, title, people);
  await organizer.close();
  return slug;
}

/** A programme that two finished, with the certificate given to one. */
export async function aCertificate(browser: Browser): Promise<{ slug: string; serial: string }> {
  const slug = await finishedProgramme(browser, ["member01", "member02"]);
  const [holder] = await peopleBehind(browser, ["member01"]);
  const organizer = await browserOf(browser, "organizer", DESK);
  const { serial } = await postAs<{ serial: string }>(organizer, `/api/desk/programmes/${slug}/certificates`, { staffNo: holder?.staffNo });
  await organizer.close();
  return { slug, serial };
}
