import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findListenError } from "#db/embedded/free-port.ts";

export const root = resolve(import.meta.dirname, "..");

export type Settings = {
  host: string;
  port: number | null;
  dataDir: string;
  databaseUrl: string | null;
  authSecret: string;
  publicUrl: string | null;
};

/** What the environment asks for (architecture decision 9), checked before anything starts. `port` null: 3000, else the next free. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const dataDir = resolve(root, env["DATA_DIR"] || ".data");
  const databaseUrl = env["DATABASE_URL"] || null;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) throw new Error("DATABASE_URL must begin with postgres://");
  const port = env["PORT"] ? Number(env["PORT"]) : null;
  if (port !== null && !(Number.isInteger(port) && port > 0 && port < 65_536))
    throw new Error(`PORT must be a number from 1 to 65535, not ${env["PORT"]}`);
  mkdirSync(dataDir, { recursive: true });
  return {
    host: env["HOST"] || "127.0.0.1",
    port,
    dataDir,
    databaseUrl,
    publicUrl: env["PUBLIC_URL"]?.replace(/\/+$/, "") || null,
    authSecret: authSecretOf(env["AUTH_SECRET"], dataDir, databaseUrl !== null),
  };
}

function authSecretOf(given: string | undefined, dataDir: string, isExternal: boolean): string {
  if (given && given.length < 32)
    throw new Error("AUTH_SECRET is too short: at least 32 characters, for example from: openssl rand -base64 48");
  if (given) return given;
  if (isExternal)
    throw new Error(
      "AUTH_SECRET is required with DATABASE_URL (every instance the same): at least 32 characters, for example from: openssl rand -base64 48",
    );
  const file = join(dataDir, "auth-secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString("base64url"), { mode: 0o600 });
  const kept = readFileSync(file, "utf8").trim();
  if (kept.length < 32) throw new Error(`${file} is damaged: delete it (everyone signs in again) or set AUTH_SECRET.`);
  return kept;
}

/** The public port: the one asked for, else 3000 or the next free. A predecessor that was killed may still be letting go of it. */
export async function choosePort({ host, port }: Settings): Promise<number> {
  const giveUpAt = performance.now() + 5_000;
  for (;;) {
    const problem = await findListenError(port ?? 3000, host);
    if (problem === null) return port ?? 3000;
    if (problem !== "EADDRINUSE") throw new Error(`HOST ${host}, port ${port ?? 3000} cannot be used: ${problem}`);
    if (performance.now() > (port === null ? giveUpAt - 4_500 : giveUpAt)) break;
    await pause(100);
  }
  if (port !== null) throw new Error(`Port ${port} is taken by another program. Set PORT to a free one, or leave it out.`);
  for (let next = 3001; next < 3100; next += 1) if ((await findListenError(next, host)) === null) return next;
  throw new Error("Ports 3000 to 3099 are all taken. Set PORT.");
}
