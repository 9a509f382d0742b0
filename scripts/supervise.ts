import { join } from "node:path";
import { freePort } from "#db/embedded/free-port.ts";
import { type EmbeddedServer, startEmbedded } from "#db/embedded/start-embedded.ts";
import { buildIfNeeded } from "./build.ts";
import { type Child, keepRunning } from "./supervise-child.ts";
import { leavingHolder, lockDataDir } from "./supervise-lock.ts";
import { openLog } from "./supervise-log.ts";
import { replaceWhenStalled, whenAnswering } from "./supervise-ready.ts";
import { choosePort, readSettings, type Settings } from "./supervise-settings.ts";
import { closeDown, type House, leaveOnSignal } from "./supervise-stop.ts";

const reviveEveryMs = 250;

/** `supervise`, with a failure told in one sentence and whatever had started stopped again. */
export async function runHouse(mode: "start" | "dev"): Promise<void> {
  const house: House = { live: null, others: [], database: null, timers: [], isLeaving: false };
  try {
    await supervise(mode, house);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    await closeDown(house);
    process.exit(1);
  }
}

/**
 * Runs the house until it is told to stop: the database, then live, worker and pages, each restarted when it dies, none stopping
 * another. Prints the ready line once live says it is ready and pages answer. `dev` serves pages uncompiled.
 */
async function supervise(mode: "start" | "dev", house: House): Promise<void> {
  const settings = readSettings(process.env);
  let address = "starting";
  await lockDataDir(settings.dataDir, () => (house.isLeaving ? leavingHolder : `process ${process.pid}, ${address}`));
  leaveOnSignal(house);
  const port = await choosePort(settings);
  address = `http://${settings.host.includes(":") ? `[${settings.host}]` : settings.host}:${port}`;

  const url = await openDatabase(settings, house);
  const pagesPort = await freePort();
  const env = environmentOf(settings, { port, pagesPort, url, mode });
  const child = (name: string, argv: string[]): Child => {
    const born = keepRunning({ name, argv, env, dataDir: settings.dataDir });
    if (name !== "live") house.others.push(born);
    return born;
  };
  const watch = mode === "dev" ? ["--watch", "--watch-preserve-output"] : [];
  // Pages need no tables to start: they are built and started while the rest is made ready.
  const building = mode === "start" ? buildIfNeeded() : Promise.resolve();
  const pagesBorn = building.then(() => child("pages", pagesArguments(mode, pagesPort)));
  pagesBorn.catch(() => undefined); // awaited below: a failed build must not outrun the database's own message

  const { migrate } = await import("#db/migrate.ts"); // late, with the next: loading them takes longer than starting PostgreSQL
  await migrate(url);
  // A burst of five thousand outlives a small nursery: copied again and again, it costs a third of the processor (bench, P1).
  house.live = child("live", [...watch, "--max-semi-space-size=64", "--conditions=react-server", "live/main.ts"]);
  const { prepareData } = await import("./prepare-data.ts");
  const prepared = await prepareData({ url, embedded: settings.databaseUrl === null, dataDir: settings.dataDir });
  child("worker", [...watch, "--conditions=react-server", "scripts/worker.ts"]);
  const pages = await pagesBorn;

  await Promise.all([
    whenAnswering(`${loopbackOf(settings.host, port)}/readyz`, house.live, true),
    whenAnswering(`http://127.0.0.1:${pagesPort}/`, pages, false),
  ]);
  const watcher = replaceWhenStalled(`${loopbackOf(settings.host, port)}/livez`, house.live);
  house.timers.push(() => watcher.end());
  const people = (prepared.accounts ?? []).map(({ account, password, role }) => `${account}  ${password}  ${role}\n`);
  process.stdout.write(
    [`ready ${address}\n`, ...people, prepared.setupLink ? `set up: ${settings.publicUrl ?? address}${prepared.setupLink}\n` : ""].join(""),
  );
}

async function openDatabase({ databaseUrl, dataDir }: Settings, house: House): Promise<string> {
  if (databaseUrl) return databaseUrl;
  const server = await startEmbedded({ dataDir });
  house.database = server;
  keepAlive(server, dataDir, house);
  return server.url;
}

function keepAlive(server: EmbeddedServer, dataDir: string, house: House): void {
  const log = openLog(dataDir, "supervisor");
  let lastSaid = "";
  let busy = false;
  const timer = setInterval(async () => {
    if (busy) return;
    busy = true;
    try {
      if (await server.restartIfDown()) log.line("PostgreSQL had died and runs again", 50);
      lastSaid = "";
    } catch (error) {
      const sentence = (error as Error).message;
      if (sentence !== lastSaid) log.line(sentence, 50);
      lastSaid = sentence;
    } finally {
      busy = false;
    }
  }, reviveEveryMs);
  house.timers.push(() => clearInterval(timer));
}

type Place = { port: number; pagesPort: number; url: string; mode: "start" | "dev" };

function environmentOf(settings: Settings, { port, pagesPort, url, mode }: Place): NodeJS.ProcessEnv {
  const embedded = settings.databaseUrl === null;
  return {
    ...process.env,
    NODE_ENV: mode === "dev" ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    ZX_DATABASE_URL: url,
    ZX_EMBEDDED: embedded ? "1" : "0",
    ZX_PAGES_URL: `http://127.0.0.1:${pagesPort}`,
    PORT: String(port),
    HOST: settings.host,
    DATA_DIR: settings.dataDir,
    AUTH_SECRET: settings.authSecret,
    NEXTAUTH_SECRET: settings.authSecret,
    AUTH_TRUST_HOST: "1",
  };
}

function pagesArguments(mode: "start" | "dev", port: number): string[] {
  const next = join("node_modules", "next", "dist", "bin", "next");
  const place = ["-H", "127.0.0.1", "-p", String(port)];
  return mode === "dev" ? [next, "dev", ...place] : [next, "start", ...place, "--keepAliveTimeout", "75000"];
}

/** Where we reach what listens on HOST ourselves. */
function loopbackOf(host: string, port: number): string {
  const reachable = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}
