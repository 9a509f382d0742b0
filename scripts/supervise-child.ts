import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { stepBack } from "./step-back.ts";
import { type Log, openLog, pipeLines } from "./supervise-log.ts";
import { root } from "./supervise-settings.ts";

export type ChildSpec = { name: string; argv: string[]; env: NodeJS.ProcessEnv; dataDir: string };
export type Child = {
  name: string;
  log: Log;
  /** Deaths since the start; a healthy house has none. */
  deaths(): number;
  /** For a child that lives and does not answer: ends it, so that it is restarted. */
  replace(why: string): void;
  /** SIGTERM, then SIGKILL when it has not gone by the deadline. No restart afterwards. */
  stop(withinMs: number): Promise<void>;
};

const firstPauseMs = 1_000;
const longestPauseMs = 10_000;
/** A child that lived this long is worth restarting at once; one that dies sooner is tried less and less often. */
const steadyAfterMs = 5_000;

/** Starts a Node child and starts it again whenever it dies, after 1 s, doubling to 10 s while it keeps dying young. */
export function keepRunning(spec: ChildSpec): Child {
  const log = openLog(spec.dataDir, spec.name);
  let child: ChildProcess | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;
  let deaths = 0;
  let pauseMs = firstPauseMs;

  const start = (): void => {
    const startedAt = performance.now();
    const born = spawnChild(spec, log);
    child = born;
    born.once("error", (error) => log.line(`cannot be started: ${error.message}`, 50));
    born.once("exit", (code, signal) => {
      child = null;
      if (stopping) return;
      deaths += 1;
      if (performance.now() - startedAt > steadyAfterMs) pauseMs = firstPauseMs;
      log.line(`ended (${signal ?? `code ${code}`}); starting again in ${pauseMs / 1000} s`, 50);
      timer = setTimeout(start, pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    });
  };

  start();
  return {
    name: spec.name,
    log,
    deaths: () => deaths,
    replace: (why) => {
      log.line(`${why}; replacing it`, 50);
      if (child) killGroup(child);
    },
    stop: (withinMs) => {
      stopping = true;
      clearTimeout(timer);
      return child ? endChild(child, withinMs) : Promise.resolve();
    },
  };
}

function spawnChild({ name, argv, env }: ChildSpec, log: Log): ChildProcess {
  const flags = ["--disable-warning=ExperimentalWarning", "--import", join(import.meta.dirname, "supervise-exit-with-parent.ts")];
  // A group of its own: Ctrl-C in a terminal reaches the supervisor alone, which then stops them in order.
  const child = spawn(process.execPath, [...flags, ...argv], {
    cwd: root,
    env: { ...env, ZX_SUPERVISOR: String(process.pid) },
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  if (child.stdout) pipeLines(child.stdout, log, 30);
  if (child.stderr) pipeLines(child.stderr, log, 50);
  if (name !== "live" && child.pid !== undefined) stepBack(child.pid);
  return child;
}

function endChild(child: ChildProcess, withinMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    const hard = setTimeout(() => killGroup(child), withinMs);
    child.once("exit", () => {
      clearTimeout(hard);
      done();
    });
    child.kill("SIGTERM");
  });
}

/** The child and whatever it started itself, such as Next's compilers. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, "SIGKILL");
}
