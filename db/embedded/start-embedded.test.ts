// Over 150 lines: every way in which a server can be left behind, each on a server of its own, and the little that they need.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterEach, describe, expect, it, vi } from "vitest";
import { findCluster } from "./cluster-location.ts";
import { findPostmaster } from "./postmaster.ts";
import { startEmbedded, stopEmbedded } from "./start-embedded.ts";

const isRoot = process.getuid?.() === 0;
const made: string[] = [];
const children: ChildProcess[] = [];

function makeDataDir(parent = "/tmp"): string {
  const dir = mkdtempSync(join(parent, "zx-embedded-"));
  made.push(dir);
  return dir;
}

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const dir of made.splice(0)) {
    await stopEmbedded(dir);
    const cluster = findCluster(dir);
    if (cluster) rmSync(cluster, { recursive: true, force: true });
    rmSync(dir, { recursive: true, force: true });
  }
});

async function ask(url: string, text: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text, rowMode: "array" })).rows;
  } finally {
    await client.end();
  }
}

const postmasterOf = (url: string): Promise<number> =>
  ask(url, "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int").then((rows) => Number(rows[0]?.[0]));

async function killPostmaster(dir: string, url: string): Promise<number> {
  const pid = await postmasterOf(url);
  process.kill(pid, "SIGKILL");
  await expect.poll(() => findPostmaster(join(dir, "postgres"))?.alive).toBe(false);
  return pid;
}

/** A process that starts the server of `dir`, says its URL and then stays, busy for ever: it reaps nobody. */
async function startElsewhere(
  dir: string,
  identity: { uid: number; gid: number } | Record<string, never> = {},
): Promise<{ child: ChildProcess; url: string }> {
  const code = `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, "start-embedded.ts"))};
    const server = await startEmbedded({ dataDir: ${JSON.stringify(dir)} });
    process._rawDebug(server.url);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["ignore", "ignore", "pipe"],
    cwd: "/",
    ...identity,
  });
  children.push(child);
  const [said] = (await once(child.stderr!, "data")) as [Buffer];
  return { child, url: said.toString().trim() };
}

describe("the embedded server", () => {
  it("starts afresh, says UTF8 and C.UTF-8, keeps its secret closed and its data over a stop", async () => {
    const dir = makeDataDir();
    const first = await startEmbedded({ dataDir: dir });
    expect(first.adopted).toBe(false);
    expect(
      await ask(
        first.url,
        "select current_setting('server_encoding'), datlocprovider, datlocale, current_setting('fsync') from pg_database where datname = 'zhixing'",
      ),
    ).toEqual([["UTF8", "b", "C.UTF-8", "on"]]);
    expect(statSync(join(dir, "postgres/zhixing.password")).mode & 0o777).toBe(0o600);
    await ask(first.url, "create table kept as select '党章' as text");
    await first.stop();
    const second = await startEmbedded({ dataDir: dir });
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, "select text from kept")).toEqual([["党章"]]);
    const third = await startEmbedded({ dataDir: dir });
    expect(third.adopted).toBe(true);
    expect(third.url).toBe(first.url);
  });

  it("is started once by several who start it at the same time", async () => {
    const dir = makeDataDir();
    const servers = await Promise.all([1, 2, 3].map(() => startEmbedded({ dataDir: dir })));
    expect(servers.filter(({ adopted }) => !adopted).length).toBe(1);
    expect(new Set(servers.map(({ url }) => url)).size).toBe(1);
  });

  it("comes back on the same port after kill -9, with what was committed", async () => {
    const dir = makeDataDir();
    const server = await startEmbedded({ dataDir: dir });
    await ask(server.url, "create table kept as select 7 as number");
    expect(await server.restartIfDown()).toBe(false);
    await killPostmaster(dir, server.url);
    expect(await server.restartIfDown()).toBe(true);
    expect(await ask(server.url, "select number from kept")).toEqual([[7]]);
  });

  it("starts past a zombie of itself, which nobody has reaped", async () => {
    const dir = makeDataDir();
    const { url } = await startElsewhere(dir);
    const pid = await killPostmaster(dir, url);
    await vi.waitFor(() => expect(readFileSync(`/proc/${pid}/stat`, "utf8")).toContain(") Z "), { timeout: 10_000 });
    const server = await startEmbedded({ dataDir: dir });
    expect(server.adopted).toBe(false);
    expect(await postmasterOf(server.url)).not.toBe(pid);
  });

  it("starts past a stale postmaster.pid whose number now belongs to another process of the same user", async () => {
    const dir = makeDataDir();
    const server = await startEmbedded({ dataDir: dir });
    const pid = await killPostmaster(dir, server.url);
    const { uid, gid } = statSync(join(dir, "postgres"));
    const stranger = spawn("/bin/sleep", ["60"], { cwd: "/", ...(isRoot ? { uid, gid } : {}) });
    children.push(stranger);
    const file = join(dir, "postgres/postmaster.pid");
    writeFileSync(file, readFileSync(file, "utf8").replace(String(pid), String(stranger.pid)));
    const again = await startEmbedded({ dataDir: dir });
    expect(again.adopted).toBe(false);
    expect(stranger.exitCode).toBe(null);
  });

  it("is taken over after its starter was killed", async () => {
    const dir = makeDataDir();
    const { child, url } = await startElsewhere(dir);
    child.kill("SIGKILL");
    await once(child, "exit");
    const server = await startEmbedded({ dataDir: dir });
    expect(server.adopted).toBe(true);
    expect(server.url).toBe(url);
  });

  it.runIf(isRoot)("runs as an ordinary user too", async () => {
    const dir = makeDataDir();
    const identity = { uid: 65534, gid: 65534 };
    chownSync(dir, identity.uid, identity.gid);
    const { url } = await startElsewhere(dir, identity);
    expect(statSync(join(dir, "postgres")).uid).toBe(identity.uid);
    expect(await ask(url, "select 1")).toEqual([[1]]);
  });

  it.runIf(isRoot)("lives under /var/lib/zhixing when the data directory is closed to it, and says so when that has gone", async () => {
    const dir = makeDataDir(makeDataDir("/root"));
    const server = await startEmbedded({ dataDir: dir });
    const place = readFileSync(join(dir, "location"), "utf8").split("\n")[0]!;
    expect(place).toMatch(/^\/var\/lib\/zhixing\//);
    expect((await startEmbedded({ dataDir: dir })).url).toBe(server.url);
    await server.stop();
    rmSync(place, { recursive: true });
    await expect(startEmbedded({ dataDir: dir })).rejects.toThrow("is not there");
    rmSync(join(dir, "location"));
  });
});
