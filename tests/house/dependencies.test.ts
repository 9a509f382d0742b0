import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Manifest = {
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, { version?: string; resolved?: string }> };
const floors = JSON.parse(readFileSync("tests/house/version-floors.json", "utf8")) as {
  lookedAt: string;
  floors: Record<string, string>;
  forbidden: string[];
};

const older = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true }) < 0;

test("every version is exact", () => {
  const all = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies };
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test("production needs at most 42 packages of its own choosing", () => {
  expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(42);
});

test("nothing stands below the version where its known holes were closed", () => {
  const below = Object.entries(floors.floors).filter(([name, floor]) => {
    const version = lock.packages[`node_modules/${name}`]?.version;
    return version === undefined || older(version, floor);
  });
  expect(below).toEqual([]);
  expect(floors.forbidden.filter((name) => lock.packages[`node_modules/${name}`])).toEqual([]);
});

test("the lock file names no host", () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});
