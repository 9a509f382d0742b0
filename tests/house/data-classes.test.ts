import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { DATA_CLASSES } from "#db/data-classes.ts";

// Every file of tables, so that a new one cannot be forgotten here.
const files = readdirSync("db/schema").filter((name) => name.endsWith(".ts"));
const modules = await Promise.all(files.map((name) => import(pathToFileURL(resolve("db/schema", name)).href) as Promise<object>));
const tables = modules.flatMap((module) => Object.values(module).filter((value) => is(value, PgTable))) as PgTable[];
const columns = tables.flatMap((table) => Object.keys(getTableColumns(table)).map((column) => `${getTableName(table)}.${column}`));

const classOf = (name: string): string | undefined => {
  const [table = "", column = ""] = name.split(".");
  const classes = DATA_CLASSES[table];
  return classes?.[column] ?? classes?.["*"];
};

test("every column is classed as identity, contact, activity, secret or none", () => {
  expect(columns.length).toBeGreaterThan(100);
  expect(columns.filter((name) => classOf(name) === undefined)).toEqual([]);
});

test("no class stands for a column that is gone", () => {
  const known = new Set(columns);
  const named = Object.entries(DATA_CLASSES).flatMap(([table, classes]) =>
    Object.keys(classes)
      .filter((column) => column !== "*")
      .map((column) => `${table}.${column}`),
  );
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});
