import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { files } from "#db/schema/files.ts";
import { MOST_TASK_FILES } from "#domain/tasks/evidence-files.ts";
import { writeXlsx } from "#server/exports/write-table.ts";
import { getFile } from "#server/files/get-file.ts";
import { aBranch, anOrganisation, aPerson } from "#tests/world/people.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { addTaskFiles } from "./add-task-files.ts";
import { assignTasks } from "./assign-tasks.ts";
import { cancelTasks } from "./cancel-tasks.ts";
import { getMyTask } from "./get-my-task.ts";
import { getTask } from "./get-task.ts";
import { removeTaskFile } from "./remove-task-file.ts";
import { reportTask } from "./report-task.ts";
import { returnTask } from "./return-task.ts";

const pdf = (name: string) => ({ name, bytes: Buffer.from(`%PDF-1.7 ${name}`) });
const world = { organizer: 0, other: 0, leader: 0, ada: 0, bo: 0, east: 0 };

beforeAll(async () => {
  await anOrganisation();
  const [east, west] = [await aBranch(), await aBranch()];
  world.east = east.id;
  world.organizer = await aPerson(east.id, { held: [{ office: "organizer", branchId: east.id }] });
  world.other = await aPerson(west.id, { held: [{ office: "organizer", branchId: west.id }] });
  world.leader = await aPerson(east.id, { held: [{ office: "leader", branchId: east.id }] });
  [world.ada, world.bo] = [await aPerson(east.id, { name: "安达" }), await aPerson(east.id)];
});

const give = async (wishes: object) => (await told(assignTasks, world.organizer, { title: "交学习照片", ...wishes })).ids[0] ?? 0;
const add = (who: number, id: number, file: unknown) => told(addTaskFiles, who, { id, file });
const names = async (id: number) => (await told(getMyTask, world.ada, { id })).files.map(({ name }) => name);

describe("files that show a task", () => {
  test("are added by the owner, seen by whoever sees the task, and by nobody else", async () => {
    const id = await give({ personIds: [world.ada] });
    const { files: kept } = await add(world.ada, id, [pdf("记录.pdf"), pdf("签到.pdf")]);
    expect(await names(id)).toEqual(["记录.pdf", "签到.pdf"]);
    expect((await told(getTask, world.organizer, { id })).files).toMatchObject([{ name: "记录.pdf", addedBy: "安达" }, {}]);
    const file = { id: kept[0]?.id, name: "x" };
    for (const who of [world.ada, world.organizer]) expect(await codeOf(getFile, who, file)).toBe("done");
    for (const who of [world.bo, world.other, world.leader]) expect(await codeOf(getFile, who, file)).toBe("not-found");
    for (const who of [world.bo, world.organizer]) expect(await codeOf(addTaskFiles, who, { id, file: pdf("a.pdf") })).toBe("not-found");
  });

  test("of a unit's task are its leader's", async () => {
    const id = await give({ branchIds: [world.east] });
    const { files: kept } = await add(world.leader, id, pdf("支部记录.pdf"));
    expect(await codeOf(getFile, world.leader, { id: kept[0]?.id, name: "x" })).toBe("done");
    expect(await codeOf(addTaskFiles, world.ada, { id, file: pdf("a.pdf") })).toBe("not-found");
    expect(await codeOf(getFile, world.ada, { id: kept[0]?.id, name: "x" })).toBe("not-found");
  });

  test("can be taken away until the task is reported, then only added, handed back or not", async () => {
    const id = await give({ personIds: [world.ada] });
    const [wrong = { id: 0 }, right = { id: 0 }] = (await add(world.ada, id, [pdf("错.pdf"), pdf("对.pdf")])).files;
    expect(await codeOf(removeTaskFile, world.bo, { id, file: wrong.id })).toBe("not-found");
    await told(removeTaskFile, world.ada, { id, file: wrong.id });
    expect(await codeOf(removeTaskFile, world.ada, { id, file: wrong.id })).toBe("not-found");
    expect(await codeOf(getFile, world.ada, { id: wrong.id, name: "x" })).toBe("not-found");
    await told(reportTask, world.ada, { id, body: "已交" });
    expect(await told(getMyTask, world.ada, { id })).toMatchObject({ mayAddFiles: true, mayRemoveFiles: false });
    expect(await codeOf(removeTaskFile, world.ada, { id, file: right.id })).toBe("evidence-stays");
    await add(world.ada, id, pdf("补.pdf"));
    await told(returnTask, world.organizer, { id, note: "缺签字" });
    expect(await codeOf(removeTaskFile, world.ada, { id, file: right.id })).toBe("evidence-stays");
    expect(await names(id)).toEqual(["对.pdf", "补.pdf"]);
  });

  test("end with a task that was taken back", async () => {
    const id = await give({ personIds: [world.ada] });
    const [kept = { id: 0 }] = (await add(world.ada, id, pdf("记录.pdf"))).files;
    await told(cancelTasks, world.organizer, { taskIds: [id], reason: "重复" });
    expect(await codeOf(addTaskFiles, world.ada, { id, file: pdf("a.pdf") })).toBe("task-ended");
    expect(await codeOf(removeTaskFile, world.ada, { id, file: kept.id })).toBe("evidence-stays");
  });

  test("are pictures, PDF and office documents by their bytes; all of them or none, and no more than a task holds", async () => {
    const id = await give({ personIds: [world.ada] });
    const refused = (name: string, bytes: Uint8Array) => codeOf(addTaskFiles, world.ada, { id, file: { name, bytes } });
    const start = Buffer.from("d0cf11e0a1b11ae1", "hex");
    const compound = (...streams: string[]) => Buffer.concat([start, ...streams.map((name) => Buffer.from(name, "utf16le"))]);
    expect(await refused("a.mp3", Buffer.from("ID3 sound"))).toBe("evidence-type");
    expect(await refused("a.docx", Buffer.from("PK\u0003\u0004 no list of parts"))).toBe("evidence-type");
    expect(await refused("a.doc", compound("WordDocument", "_VBA_PROJECT"))).toBe("evidence-type");
    expect(await refused("a.pdf", Buffer.from("<!doctype html><script>1</script>"))).toBe("evidence-type");
    expect(await refused("a.pdf", new Uint8Array())).toBe("file-empty");
    const sheet = { name: "名单.pdf", bytes: await writeXlsx("名单", ["姓名"], [["安达"]]) };
    expect(await codeOf(addTaskFiles, world.ada, { id, file: [sheet, { name: "a.exe", bytes: Buffer.from("MZ") }] })).toBe("evidence-type");
    expect(await names(id)).toEqual([]);
    await add(world.ada, id, [sheet, { name: "总结.wps", bytes: compound("WordDocument") }]);
    expect(await names(id)).toEqual(["名单.xlsx", "总结.wps"]);
    const many = Array.from({ length: MOST_TASK_FILES - 1 }, (_, at) => pdf(`${at}.pdf`));
    expect(await codeOf(addTaskFiles, world.ada, { id, file: many })).toBe("too-many-task-files");
    await add(world.ada, id, many.slice(1));
    expect(await codeOf(addTaskFiles, world.ada, { id, file: pdf("多.pdf") })).toBe("too-many-task-files");
    expect(await database("desk").$count(files, eq(files.taskId, id))).toBe(MOST_TASK_FILES);
  });
});
