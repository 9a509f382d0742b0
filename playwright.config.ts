import { existsSync, readFileSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const FOUND = ".cache/chromium-path";
const executablePath = existsSync(FOUND) ? readFileSync(FOUND, "utf8").trim() : "/usr/bin/chromium";

export default defineConfig({
  testDir: "tests/journeys",
  outputDir: ".cache/journeys",
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  globalSetup: "./tests/journeys/start-house.ts",
  reporter: [["list"], ["json", { outputFile: ".cache/results/journeys.json" }]],
  use: {
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    trace: "off",
    actionTimeout: 15_000,
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
