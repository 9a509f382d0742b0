// Over 150 lines: one drill on one server, from the rows that are hardest to carry to the ways a file can be wrong.
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyBackup } from "#db/backup/read-backup.ts";
import { restoreBackup } from "#db/backup/restore-backup.ts";
import { writeBackup } from "#db/backup/write-backup.ts";
import { type EmbeddedServer, startEmbedded } from "#db/embedded/start-embedded.ts";
import { migrate } from "#db/migrate.ts";

// The drill of never.md I29 on a server of its own: what was backed up is what comes back, to the last byte and sequence value.
const folder = mkdtempSync("/tmp/zx-backup-");
const path = join(folder, "drill.tar");
const awkward = 'line one\nline two\ttab \\ backslash "quoted" \\N 𠮷 党章\r\n\\.';
let server: EmbeddedServer;
let source: string;

beforeAll(async () => {
  server = await startEmbedded({ dataDir: join(folder, "data") });
  source = await makeDatabase("source");
  await migrate(source);
  await ask(source, "insert into organisation (name) values ('示例市')");
  await ask(source, "insert into branches (code, name) select 'b' || n, $1 from generate_series(1, 3) n", [awkward]);
  await ask(source, "update branches set parent_id = id - 1 where id > 1");
  await ask(
    source,
    "insert into people (staff_no, account, name, branch_id, tags) select n, 'p' || n, '人' || n, 1 + n % 3, array['a,b', null, 'c\"'] from generate_series(1, 500) n",
  );
  await ask(source, "insert into materials (slug) values ('one'), ('two')");
  await ask(
    source,
    "insert into material_versions (material_id, number, title, body, characters, content_hash) values (1, 1, 't', $1, 3, 'h'), (2, 1, 't', '', 0, '')",
    [awkward],
  );
  await ask(source, "update materials set published_version_id = id");
  await ask(source, "insert into audit (done_at, action, object, after) values (now(), 'rename', 'branch', $1)", [
    JSON.stringify({ awkward }),
  ]);
  await ask(source, "select nextval('people_id_seq') from generate_series(1, 41)");
  await writeBackup(source, path);
}, 30_000);

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function ask<Row extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

async function makeDatabase(name: string, owner = "zhixing"): Promise<string> {
  await ask(server.url, `create database ${name} owner ${owner}`);
  const url = new URL(server.url);
  url.pathname = name;
  return url.href;
}

async function makeTarget(name: string): Promise<string> {
  const url = await makeDatabase(name);
  await migrate(url);
  return url;
}

const countPeople = async (url: string): Promise<number> => (await ask<{ n: number }>(url, "select count(*)::int as n from people"))[0]!.n;

describe("backup and restore", () => {
  it("brings back the same platform: rows, order of keys, sequences, guards", async () => {
    const target = await makeTarget("same");
    const restored = await restoreBackup(target, path);
    const again = await writeBackup(target, join(folder, "again.tar"));
    expect(restored.tables.find(({ name }) => name === "people")?.rows).toBe(500);
    expect(again.tables).toEqual(restored.tables);
    expect(again.sequences).toEqual(restored.sequences);
    expect(await ask(target, "select name, path from branches order by id")).toEqual(
      [1, 2, 3].map((id) => ({ name: awkward, path: { 1: "/1/", 2: "/1/2/", 3: "/1/2/3/" }[id] })),
    );
    const [next] = await ask<{ id: string }>(
      target,
      "insert into people (staff_no, account, name, branch_id) values ('x', 'x', 'x', 1) returning id",
    );
    expect(Number(next!.id)).toBe(542);
    await expect(ask(target, "update audit set action = 'hidden'")).rejects.toThrow("never changed");
    await expect(ask(target, "begin; insert into materials (slug, branch_id) values ('z', 99)")).rejects.toThrow("foreign key");
  });

  it("is one file that only its owner may read, undamaged by its own account, and never overwritten", async () => {
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect((await verifyBackup(path)).tables.length).toBeGreaterThan(10);
    await expect(writeBackup(source, path)).rejects.toThrow("never overwritten");
  });

  it("shows one instant while people go on writing", async () => {
    const writer = new pg.Client({ connectionString: source });
    await writer.connect();
    let stop = false;
    const writing = (async () => {
      for (let n = 0; !stop; n += 1) {
        await writer.query(
          `begin; insert into guesses values ('g${n}', 1, now()); insert into audit (done_at, action, object) values (now(), 'pair', 'x'); commit`,
        );
      }
    })();
    await expect.poll(async () => (await ask(source, "select from guesses")).length).toBeGreaterThan(20);
    const { tables } = await writeBackup(source, join(folder, "busy.tar"));
    stop = true;
    await writing;
    await writer.end();
    const rowsOf = (wanted: string): number => tables.find(({ name }) => name === wanted)!.rows;
    expect(rowsOf("guesses")).toBeGreaterThan(20);
    expect(rowsOf("audit")).toBe(rowsOf("guesses") + 1);
  });

  it("refuses a database that holds rows, and empties it only when told to", async () => {
    const target = await makeTarget("occupied");
    await ask(target, "insert into branches (code, name) values ('mine', 'mine')");
    await ask(target, "insert into audit (done_at, action, object) values (now(), 'kept', 'x')");
    await expect(restoreBackup(target, path)).rejects.toThrow("not empty (audit, branches)");
    expect(await countPeople(target)).toBe(0);
    await restoreBackup(target, path, { replace: true });
    expect(await countPeople(target)).toBe(500);
    expect(await ask(target, "select code from branches where code = 'mine'")).toEqual([]);
  });

  it("takes nothing from a damaged or shortened file", async () => {
    const target = await makeTarget("damaged");
    const bytes = readFileSync(path);
    const hit = bytes.indexOf("people.copy.gz\0") + 512 + 2_000;
    bytes.writeUInt8(bytes.readUInt8(hit) ^ 0x10, hit);
    writeFileSync(join(folder, "bad.tar"), bytes);
    await expect(restoreBackup(target, join(folder, "bad.tar"))).rejects.toThrow();
    expect(await countPeople(target)).toBe(0);
    writeFileSync(join(folder, "short.tar"), readFileSync(path));
    truncateSync(join(folder, "short.tar"), Math.floor(bytes.length / 2));
    await expect(restoreBackup(target, join(folder, "short.tar"))).rejects.toThrow("cut short");
    await restoreBackup(target, path);
    expect(await countPeople(target)).toBe(500);
  });

  it("says what the server refused, instead of waiting for ever", async () => {
    const target = await makeTarget("strict");
    await ask(target, "alter table people add constraint nobody_called_so check (name <> '人7')");
    await expect(restoreBackup(target, path)).rejects.toThrow("nobody_called_so");
    expect(await countPeople(target)).toBe(0);
  });

  it("works for an owner who is no superuser, and refuses another schema version", async () => {
    await ask(server.url, "create role plain login password 'plain'");
    for (const role of ["play", "judge", "desk"]) await ask(server.url, `grant zhixing_${role} to plain`);
    const url = new URL(await makeDatabase("plain", "plain"));
    url.username = url.password = "plain";
    await migrate(url.href, { first: 1 });
    await expect(restoreBackup(url.href, path)).rejects.toThrow("schema version");
    await migrate(url.href);
    await restoreBackup(url.href, path);
    expect(await countPeople(url.href)).toBe(500);
  });
});
