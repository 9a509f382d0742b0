import { getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { DATA_CLASSES } from "#db/data-classes.ts";
import * as attempts from "#db/schema/attempts.ts";
import * as contests from "#db/schema/contests.ts";
import * as materials from "#db/schema/materials.ts";
import * as operations from "#db/schema/operations.ts";
import * as people from "#db/schema/people.ts";
import * as questions from "#db/schema/questions.ts";

const tables = Object.values({ ...attempts, ...contests, ...materials, ...operations, ...people, ...questions }).filter((value) =>
  is(value, PgTable),
) as PgTable[];
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
