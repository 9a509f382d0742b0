// The only file that the system's Node runs (18 or later, nothing installed yet): it installs what the lock file says, finds a
// Node that runs TypeScript, and hands over to scripts/start.ts or scripts/test.ts. Plain JavaScript, no dependencies.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const stamp = join(modules, ".zx-lock");
const lockFile = join(root, "package-lock.json");

const [task, ...rest] = process.argv.slice(2);
if (task !== "start" && task !== "test") stop("usage: node scripts/bootstrap.mjs start|test");
install();
handOver(task, rest);

function install() {
  const wanted = wantedStamp();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  if (!isInstalled()) {
    process.stderr.write("Installing packages (a minute or two, once) …\n");
    const flags = [existsSync(lockFile) ? "ci" : "install", "--no-audit", "--no-fund", "--include=dev", "--include=optional"];
    const npm = process.env.npm_execpath;
    const [command, args] = npm?.endsWith(".js") ? [process.execPath, [npm, ...flags]] : ["npm", flags];
    // npm's own talk goes to stderr: stdout carries the ready line and nothing before it.
    const run = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2] });
    if (run.status !== 0) stop(`npm ${flags[0]} failed${run.error ? `: ${run.error.message}` : ""}; see above.`);
  }
  writeFileSync(stamp, wanted);
}

function wantedStamp() {
  const lock = existsSync(lockFile) ? readFileSync(lockFile) : "";
  return createHash("sha256").update(lock).update(`${process.platform}-${process.arch}`).digest("hex");
}

/** Did somebody run `npm ci` by hand? npm's own note in node_modules then holds what the lock file asks for. */
function isInstalled() {
  const note = join(modules, ".package-lock.json");
  if (!existsSync(note) || !existsSync(lockFile)) return false;
  const has = JSON.parse(readFileSync(note, "utf8")).packages;
  const wants = JSON.parse(readFileSync(lockFile, "utf8")).packages;
  return Object.entries(wants).every(
    ([path, { version, optional, peer, devOptional }]) => path === "" || optional || devOptional || peer || has[path]?.version === version,
  );
}

function handOver(task, rest) {
  const { path, flags } = findNode();
  const env = { ...process.env, PATH: [join(modules, ".bin"), dirname(path), process.env.PATH].join(delimiter) };
  env.NODE_COMPILE_CACHE ??= join(modules, ".cache", "zx-compiled"); // halves the time the processes take to load
  if (flags.length > 0) env.NODE_OPTIONS = [process.env.NODE_OPTIONS, ...flags].filter(Boolean).join(" ");
  const conditions = task === "start" ? ["--conditions=react-server"] : [];
  const args = ["--disable-warning=ExperimentalWarning", ...conditions, join(root, "scripts", `${task}.ts`), ...rest];
  // The channel tells a start that we died without a word (kill -9), so that it stops too.
  const child = spawn(path, args, { cwd: root, env, stdio: ["inherit", "inherit", "inherit", ...(task === "start" ? ["ipc"] : [])] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) endWithParent(child);
  child.once("error", (error) => stop(`${path} cannot be run: ${error.message}`));
  child.once("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/** npm killed without a word (kill -9), or a shell between that kept the signal to itself: nobody would ever stop us. */
function endWithParent(child) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    child.kill("SIGTERM");
  }, 200);
  timer.unref();
}

/** Ours from node_modules where it runs, else the system's if it is new enough; below 22.18 TypeScript needs a flag. */
function findNode() {
  const bundled = [join(modules, ".bin", "node"), join(modules, `node-${process.platform}-${process.arch}`, "bin", "node")];
  for (const path of [...bundled, process.execPath]) {
    const run = spawnSync(path, ["--version"], { encoding: "utf8" });
    const [major = 0, minor = 0] = (run.stdout ?? "").trim().slice(1).split(".").map(Number);
    const isNewEnough = major > 22 || (major === 22 && minor >= 13);
    if (run.status === 0 && isNewEnough) return { path, flags: major === 22 && minor < 18 ? ["--experimental-strip-types"] : [] };
  }
  return stop(
    `Node 22.13 or later is needed (this is ${process.version}), and the one from npm cannot run here. Install optional packages or a newer Node.`,
  );
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
