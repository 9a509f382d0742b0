import { existsSync, readFileSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const FOUND = ".cache/chromium-path";
const executablePath = existsSync(FOUND) ? readFileSync(FOUND, "utf8").trim() : "/usr/bin/chromium";

// The language of the interface is a cookie of our own (app/_http/i18n.ts).
const cookie = { domain: "127.0.0.1", path: "/", expires: -1, httpOnly: false, secure: false, sameSite: "Lax" } as const;
const language = process.env["JOURNEY_LANGUAGE"] === "en" ? [{ name: "zx-locale", value: "en", ...cookie }] : [];

export default defineConfig({
  testDir: "tests/journeys",
  outputDir: ".cache/journeys",
  workers: 1,
  // Patience costs nothing where nothing is wrong: other checks stand beside the browser on two cores, and a journey times nothing.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  globalSetup: "./tests/journeys/start-house.ts",
  reporter: [["list"], ["json", { outputFile: ".cache/results/journeys.json" }]],
  use: {
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    trace: "off",
    actionTimeout: 60_000,
    storageState: { cookies: language, origins: [] },
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
