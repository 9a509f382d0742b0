import { expect, test } from "@playwright/test";
import { browserOf, DESK, PHONE, say } from "./stage.ts";

test("a member looks for words of a text, comes to the very paragraph, and finds nothing of the bank", async ({ browser }) => {
  const member = await browserOf(browser, "member01", PHONE);
  const page = await member.newPage();
  await page.goto("/");
  await page.getByRole("link", { name: say("nav.search") }).click();
  const field = page.getByRole("searchbox", { name: say("search.label") });
  await expect(page.getByRole("heading", { name: say("search.tryThese") })).toBeVisible();
  await field.fill("支委轮值 值班表");
  await field.press("Enter");
  const hit = page.getByRole("main").getByRole("article").first();
  await expect(hit.locator("mark").first()).toBeVisible();
  await expect(page.getByRole("link", { name: say("search.kinds.question") })).toHaveCount(0);
  await hit.getByRole("link").click();
  await expect(page).toHaveURL(/\/materials\/[a-z0-9-]+(?:\?language=zh)?#p\d+$/);
  const block = new URL(page.url()).hash.slice(1);
  await expect(page.locator(`[id="${block}"]`)).toBeInViewport();
  await member.close();
});

test("without a hit there are ways on; what cannot be looked for is said, and / leads back to the field", async ({ browser }) => {
  const member = await browserOf(browser, "member02", DESK);
  const page = await member.newPage();
  await page.goto("/search?q=鼋鼍龘");
  await expect(page.getByText(say("search.none", { q: "鼋鼍龘" }))).toBeVisible();
  await page.goto("/search?q=，。！");
  await expect(page.getByText(say("search.nothing"))).toBeVisible();
  await page.goto(`/search?q=${"长".repeat(101)}`);
  await expect(page.getByRole("alert").filter({ hasText: "100" })).toBeVisible();
  await page.goto("/search");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.getByRole("main").getByRole("link").first().click();
  await expect(page.locator("mark").first()).toBeVisible();
  await member.close();
});

test("an administrator finds people by pinyin, a reviewer questions, each with a way to the desk", async ({ browser }) => {
  const admin = await browserOf(browser, "admin", DESK);
  const reply = await admin.request.get("/api/desk/people", { headers: { accept: "application/json" } });
  const { people } = (await reply.json()) as { people: { id: number; name: string; pinyinFull: string }[] };
  const somebody = people.find(({ pinyinFull }) => pinyinFull.includes(" "));
  const page = await admin.newPage();
  await page.goto(`/search?q=${(somebody?.pinyinFull ?? "").replaceAll(" ", "")}&kind=person`);
  await page
    .getByRole("main")
    .getByRole("article")
    .getByRole("link", { name: somebody?.name ?? "" })
    .first()
    .click();
  await expect(page).toHaveURL(/\/desk\/people\/\d+$/);
  await admin.close();

  const reviewer = await browserOf(browser, "reviewer", DESK);
  const second = await reviewer.newPage();
  await second.goto("/search?q=支部&kind=question");
  await second.getByRole("main").getByRole("article").getByRole("link").first().click();
  await expect(second).toHaveURL(/\/desk\/questions\/\d+$/);
  await second.goto("/search?q=支部");
  await expect(second.getByRole("link", { name: say("search.kinds.person") })).toHaveCount(0);
  await reviewer.close();
});
