import { expect, type Page, test } from "@playwright/test";
import { aFrozenFinal } from "./frozen-final.ts";
import { browserOf, DESK, PHONE, say } from "./stage.ts";
import { tooWide } from "./too-wide.ts";

const reveal = (key: string, values: Record<string, string | number> = {}) => say(`screen.reveal.${key}` as "screen.reveal.title", values);

/** Places and names of the ceremony's board, from the first on. */
const linesOf = async (page: Page) => {
  const lines = await page
    .getByRole("list", { name: reveal("lines") })
    .getByRole("listitem")
    .allTextContents();
  return lines.map((line) => line.replace(/\s+/g, " "));
};

test("a ceremony: frozen for everybody, revealed with keys on two screens, released, and its results published", async ({ browser }) => {
  const { slug, names } = await aFrozenFinal();
  const [first = "", second = "", riser = "", newcomer = ""] = names;
  const organizer = await browserOf(browser, "organizer", DESK);
  const hall = await browserOf(browser, "organizer", { viewport: { width: 1920, height: 1080 } });
  const member = await browserOf(browser, "member01", PHONE);
  const [desk, screen, phone] = [await organizer.newPage(), await hall.newPage(), await member.newPage()];
  const errors: string[] = [];
  for (const page of [desk, screen, phone]) page.on("pageerror", ({ message }) => errors.push(message));

  // Frozen: a member sees who led then, and nobody who came later.
  await phone.goto(`/contests/${slug}/board?view=persons`);
  await expect(phone.getByRole("row").nth(1)).toContainText(first);
  await expect(phone.getByText(newcomer)).toHaveCount(0);

  // The operator finds the ceremony at the contest's desk and begins it; the hall's screen follows by itself.
  await desk.goto(`/desk/contests/${slug}`);
  await desk.getByRole("link", { name: say("contestDesk.freeze.reveal"), exact: true }).click();
  await screen.goto(`/screen/contests/${slug}/reveal`);
  await desk.getByRole("button", { name: reveal("start"), exact: true }).click();
  await expect(screen.getByText(reveal("begins"))).toBeVisible();
  expect((await linesOf(desk)).map((line) => names.find((name) => line.includes(name)))).toEqual([first, second, riser, newcomer]);
  const wide = await tooWide(screen);
  expect(wide).toEqual([]);

  // Keys: on, back, on; both screens say the same.
  const told = async (words: string): Promise<void> => {
    for (const page of [desk, screen]) await expect(page.getByText(words)).toBeVisible();
  };
  await desk.keyboard.press("ArrowRight");
  await told(reveal("came", { name: newcomer, rank: 2 }));
  await desk.keyboard.press("ArrowLeft");
  await told(reveal("begins"));
  await desk.keyboard.press("PageDown");
  await told(reveal("came", { name: newcomer, rank: 2 }));
  // To where the first place comes next, then its award.
  await desk.keyboard.press("1");
  await desk.keyboard.press("Enter");
  await expect(screen.getByText(reveal("award", { name: first, rank: 2 }))).toBeVisible();
  await desk.keyboard.press("ArrowRight");
  await told(reveal("award", { name: riser, rank: 1 }));
  await expect(screen.getByText(reveal("done"))).toBeVisible();
  expect((await linesOf(screen)).map((line) => names.find((name) => line.includes(name)))).toEqual([riser, first, newcomer, second]);

  // Until the release a member knows nothing of it.
  await phone.reload();
  await expect(phone.getByRole("row").nth(1)).toContainText(first);
  await desk.getByRole("button", { name: reveal("release"), exact: true }).click();
  await desk.getByRole("button", { name: reveal("releaseSure"), exact: true }).click();
  await expect(desk.getByRole("link", { name: reveal("released") })).toBeVisible();
  await phone.reload();
  await expect(phone.getByRole("row").nth(1)).toContainText(riser);

  // Released, the results are published, and the big screen of the contest shows the true board.
  await desk.goto(`/desk/contests/${slug}`);
  await desk.getByRole("button", { name: say("contestDesk.results.button"), exact: true }).click();
  await desk
    .getByRole("dialog")
    .getByRole("button", { name: say("contestDesk.results.button"), exact: true })
    .click();
  await expect(desk.getByText(say("contestDesk.done.results"), { exact: true })).toBeVisible();
  await screen.goto(`/screen/contests/${slug}`);
  await expect(screen.getByRole("listitem").first()).toContainText(riser);
  expect(errors).toEqual([]);
});
