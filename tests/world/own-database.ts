import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closePools } from "#db/client.ts";

const template = new URL(inject("template"));
const name = `own_${randomUUID().replaceAll("-", "")}`;

async function asAdmin(statement: string): Promise<void> {
  const url = new URL(template);
  url.pathname = "/postgres";
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
  const own = new URL(template);
  own.pathname = `/${name}`;
  process.env["ZX_DATABASE_URL"] = own.href;
  process.env["AUTH_SECRET"] ??= "a secret for tests only, long enough for the check";
});

afterAll(async () => {
  await closePools();
  await asAdmin(`drop database if exists ${name} with (force)`);
});
