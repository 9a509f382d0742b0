import { defineConfig } from "vitest/config";

// `isolate: false`: a module is read once by each worker, not once for each of three hundred files, which took longer than the tests.
// Every file has a database of its own all the same (own-database.ts), and the pools are closed after it.
const database = { globalSetup: ["./tests/world/database-server.ts"], setupFiles: ["./tests/world/own-database.ts"] };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "domain",
          include: ["domain/**/*.test.ts", "ui/**/*.test.ts", "app/**/*.test.ts", "db/embedded/*.test.ts"],
          testTimeout: 60_000,
          isolate: false,
        },
      },
      {
        test: {
          name: "verbs",
          include: ["server/**/*.test.ts", "live/**/*.test.ts", "scripts/**/*.test.ts", "tests/operations/**/*.test.ts"],
          ...database,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          isolate: false,
        },
      },
      {
        test: {
          name: "doors",
          include: ["tests/doors/**/*.test.ts"],
          globalSetup: ["./tests/world/shared-house.ts"],
          testTimeout: 900_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      // Needs a LibreOffice, which no machine owes us: part of `npm run prove`, where its absence is a failure.
      { test: { name: "office", include: ["tests/office/**/*.test.ts"], ...database, testTimeout: 180_000, hookTimeout: 120_000 } },
      { test: { name: "house", include: ["tests/house/**/*.test.ts"], testTimeout: 60_000 } },
    ],
  },
});
