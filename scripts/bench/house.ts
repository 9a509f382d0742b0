import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "#db/embedded/free-port.ts";
import { sourceHash } from "#scripts/source-hash.ts";

export const NOT_BUILT = "the pages are not built: npm run build";

/** Whether the pages of these very sources are built; the bench never builds. */
export function isBuilt(): boolean {
  const stamp = join(".next", "zhixing-build");
  return existsSync(stamp) && readFileSync(stamp, "utf8") === sourceHash();
}

export type RunningHouse = { port: number; readyMs: number; said: string; stop(): Promise<void> };

/** `npm start` on a data directory of its own, until it says that it is ready. */
export async function startHouse(dataDir: string): Promise<RunningHouse> {
  const port = await freePort();
  const startedMs = performance.now();
  const child: ChildProcess = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "scripts/start.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: "127.0.0.1",
      ZX_DATABASE_URL: "",
      DATABASE_URL: "",
      AUTH_SECRET: "",
      LOG_LEVEL: "error",
    },
  });
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("ready http")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`npm start ended with ${code}`)));
  });
  const readyMs = performance.now() - startedMs;
  await new Promise((resolve) => setTimeout(resolve, 200)); // the lines of the demo people follow the ready line
  return {
    port,
    readyMs,
    said,
    async stop() {
      child.removeAllListeners("exit");
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}
