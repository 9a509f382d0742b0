import { expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { browserOf, DESK, house, PHONE, say, upTo } from "./stage.ts";

/** Moves a task's due date into the past, as time does. */
async function letItPass(title: string, account: string): Promise<void> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  await client.query(
    `update tasks set due_at = now() - interval '1 day', created_at = now() - interval '2 days'
     where title = $1 and person_id = (select id from people where account = $2)`,
    [title, account],
  );
  await client.end();
}

const remind = async (page: Page): Promise<string> => {
  const said = page.getByRole("status").last();
  const before = await said.textContent();
  await page.getByRole("button", { name: say("remind.send") }).click();
  await expect(said).not.toHaveText(before ?? "");
  return (await said.textContent()) ?? "";
};

test("a task for two people: one reports it, the other is reminded once a day, and is excused with a reason in the end", async ({
  browser,
}) => {
  const title = "报送季度学习小结";
  const office = await browserOf(browser, "admin", DESK);
  const desk = await office.newPage();
  await desk.goto("/desk/tasks");
  await desk
    .getByRole("link", { name: say("taskDesk.new"), exact: true })
    .first()
    .click();
  await desk.getByLabel(say("taskDesk.titleField")).fill(title);
  await desk.getByLabel(say("taskDesk.staffNos")).fill("member01\nmember02");
  await desk.getByLabel(say("taskDesk.dueField")).fill("2020-01-01T10:00");
  await desk.getByRole("button", { name: say("taskDesk.give"), exact: true }).click();
  await expect(desk.getByText(say("refusals.due-is-past"))).toBeVisible();
  await expect(desk.getByLabel(say("taskDesk.staffNos"))).toHaveValue("member01\nmember02");
  await desk.getByLabel(say("taskDesk.dueField")).fill("2099-01-01T10:00");
  await desk.getByRole("button", { name: say("taskDesk.give"), exact: true }).click();
  await expect(desk.getByText(say("taskDesk.done.assigned"))).toBeVisible();

  const phone = await browserOf(browser, "member01", PHONE);
  const page = await phone.newPage();
  await page.goto("/notices");
  await page
    .getByRole("button", { name: say("notices.kinds.task-assigned", { title }) })
    .first()
    .click();
  await expect(page).toHaveURL(/\/tasks$/);
  await page.getByRole("link", { name: title }).click();
  await page.getByLabel(say("tasks.reportBody")).fill("已交小结一份，收获三条。");
  await page.getByRole("button", { name: say("tasks.send") }).click();
  await expect(page.getByText(say("tasks.reported"))).toBeVisible();
  await expect(page.getByText("已交小结一份，收获三条。")).toBeVisible();
  await phone.close();

  await letItPass(title, "member02");
  const rows = desk.getByRole("row").filter({ hasText: title });
  await desk.goto("/desk/tasks?kind=ad_hoc&q=member01");
  await expect(rows.filter({ hasText: say("tasks.states.done") })).toHaveCount(1);
  await desk.goto("/desk/tasks?kind=ad_hoc&q=member02");
  await expect(rows.filter({ hasText: say("tasks.states.overdue") })).toHaveCount(1);
  expect(await remind(desk)).not.toContain(say("remind.nobody"));
  await desk.reload();
  expect(await remind(desk)).toMatch(upTo(say("remind.done", { reminded: 0, alreadyToday: 7 }), "7"));

  const late = rows.filter({ hasText: say("tasks.states.overdue") });
  await late.getByRole("checkbox").check();
  await desk.getByRole("button", { name: say("taskDesk.deeds.waive"), exact: true }).click();
  await expect(desk.getByText(say("refusals.invalid")).first()).toBeVisible();
  await late.getByRole("checkbox").check();
  await desk.getByLabel(say("taskDesk.reason")).fill("长期病假");
  await desk.getByRole("button", { name: say("taskDesk.deeds.waive"), exact: true }).click();
  await expect(desk.getByText(say("taskDesk.done.waived"))).toBeVisible();
  await expect(rows.filter({ hasText: say("tasks.states.waived") })).toHaveCount(1);
  await office.close();
});
