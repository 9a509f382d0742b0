import { expect, test } from "@playwright/test";
import { finishedProgramme } from "./finished.ts";
import { browserOf, DESK, PHONE, say, upTo } from "./stage.ts";

test("two finish; the organizer issues to everyone; a member keeps picture and document; a stranger checks it; it is revoked", async ({
  browser,
}) => {
  const slug = await finishedProgramme(browser, ["member01", "member02"], `证书之旅${Date.now()}`);
  const office = await browserOf(browser, "organizer", DESK);
  const desk = await office.newPage();
  await desk.goto(`/desk/programmes/${slug}/certificates`);
  await desk.getByRole("button", { name: say("certificates.desk.issueAll", { count: 2 }) }).click();
  await desk.getByRole("button", { name: say("certificates.desk.issueNow"), exact: true }).click();
  await expect(
    desk.getByText(upTo(say("jobs.results.issue-certificates", { issued: 2, already: 0, notEligible: 0, withheld: 0 }), "0")),
  ).toBeVisible();
  const rows = desk.getByRole("table", { name: say("certificates.desk.list") }).getByRole("row");
  await expect(rows).toHaveCount(3);

  const member = await browserOf(browser, "member01", PHONE);
  const phone = await member.newPage();
  await phone.goto("/me");
  await phone.getByRole("link", { name: say("certificates.title") }).click();
  const card = phone
    .getByRole("article")
    .filter({ has: phone.locator("img") })
    .first();
  const picture = card.getByRole("img");
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1684);
  const pdf = await member.request.get((await card.getByRole("link", { name: say("certificates.pdf") }).getAttribute("href")) ?? "");
  expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
  const check = (await card.getByRole("link", { name: say("certificates.check") }).getAttribute("href")) ?? "";
  expect(decodeURIComponent(check)).toMatch(/^\/verify\/[A-Z0-9]+-\d{4}-\d{6}$/);

  const stranger = await browserOf(browser, null, PHONE);
  const street = await stranger.newPage();
  await street.goto(check);
  await expect(street.getByText(say("certificates.verify.valid"))).toBeVisible();
  await expect(street.getByText("*").first()).toBeVisible();

  const serial = check.split("/").at(-1) ?? "";
  await desk
    .getByRole("row")
    .filter({ hasText: serial })
    .getByRole("button", { name: new RegExp(say("certificates.desk.revoke")) })
    .click();
  const dialog = desk.getByRole("dialog");
  await dialog.getByLabel(say("certificates.desk.reason"), { exact: true }).fill("成绩有误");
  await dialog.getByRole("button", { name: say("certificates.desk.revoke"), exact: true }).click();
  await expect(desk.getByText(say("certificates.desk.revokedDone"))).toBeVisible();

  await street.reload();
  await expect(street.getByText(say("certificates.verify.revoked"))).toBeVisible();
  const nowhere = await street.goto("/verify/ZX-2026-999999999");
  expect(nowhere?.status()).toBe(404);
  await expect(street.getByText(say("certificates.verify.none"))).toBeVisible();
  await phone.reload();
  await expect(phone.getByText(say("certificates.revokedFor", { reason: "成绩有误" }))).toBeVisible();
  await Promise.all([office.close(), member.close(), stranger.close()]);
});
