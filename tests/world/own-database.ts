import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closePools } from "#db/client.ts";
import { closeAnswerPool } from "#server/attempts/answer-pool.ts";

const template = new URL(inject("template"));
const name = `own_${randomUUID().replaceAll("-", "")}`;

/** Files of one worker share its modules: what those keep by a number must not be found by the next file, whose rows begin elsewhere. */
const worker = globalThis as typeof globalThis & { zhixingFiles?: number };
const BETWEEN_FILES = 1_000_000;

async function asAdmin(statement: string, database = "postgres"): Promise<void> {
  const url = new URL(template);
  url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Every test file works on a database of its own, copied from the template. */
beforeAll(async () => {
  await asAdmin(`create database ${name} template ${template.pathname.slice(1)}`);
  worker.zhixingFiles = (worker.zhixingFiles ?? 0) + 1;
  await asAdmin(
    `select setval(format('%I.%I', schemaname, sequencename)::regclass, ${worker.zhixingFiles * BETWEEN_FILES}) from pg_sequences where max_value > 2147483647`,
    name,
  );
  const own = new URL(template);
  own.pathname = `/${name}`;
  process.env["ZX_DATABASE_URL"] = own.href;
  process.env["AUTH_SECRET"] ??= "a secret for tests only, long enough for the check";
});

afterAll(async () => {
  await Promise.all([closePools(), closeAnswerPool()]);
  await asAdmin(`drop database if exists ${name} with (force)`);
});
