import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tool } from "./run-step.ts";
import { root } from "./supervise-settings.ts";

const UNPACKED = join(root, ".cache", "chromium");
const FOUND = join(root, ".cache", "chromium-path");
/** The shell draws the same pages for a third of the work: it has no windows of its own to draw. */
const SHELL = "chromium-headless-shell";
const PACKAGES = [SHELL, "fonts-noto-cjk"];
const HOME_SAYS = [`/usr/bin/${SHELL}`, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", join(UNPACKED, "run")];

const ADVICE =
  "No browser for the journeys: install Chromium and a Chinese font (Debian: apt-get install chromium fonts-noto-cjk), or let npx playwright install chromium download its own.";

/** Whether a browser starts and paints. */
function works(path: string): boolean {
  if (!existsSync(path)) return false;
  const tried = spawnSync(
    path,
    ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--dump-dom", "data:text/html,<p>ok</p>"],
    {
      timeout: 60_000,
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  return tried.status === 0 && tried.stdout.toString().includes("<p>ok</p>");
}

const run = (command: string, argv: string[], cwd = root) =>
  execFileSync(command, argv, { cwd, stdio: ["ignore", "ignore", "pipe"], timeout: 600_000 });

function byApt(): string {
  run("apt-get", ["update"]);
  try {
    run("apt-get", ["install", "-y", "--no-install-recommends", ...PACKAGES]);
    return `/usr/bin/${SHELL}`;
  } catch {
    // An older Debian has no package of the shell alone; the whole browser does as well, at more work.
    run("apt-get", ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"]);
    return "/usr/bin/chromium";
  }
}

function byPlaywright(): string {
  run(tool("playwright"), ["install", "chromium"]);
  return execFileSync(
    process.execPath,
    ["-e", "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))"],
    { cwd: root },
  )
    .toString()
    .trim();
}

/** Debian's packages without root: downloaded with everything they need and unpacked below .cache/. */
function byUnpacking(): string {
  mkdirSync(UNPACKED, { recursive: true });
  const listed = execFileSync("apt-cache", [
    "depends",
    "--recurse",
    "--no-recommends",
    "--no-suggests",
    "--no-conflicts",
    "--no-breaks",
    "--no-replaces",
    "--no-enhances",
    ...PACKAGES,
  ]).toString();
  const names = [...new Set(listed.split("\n").filter((line) => /^\w/.test(line)))].filter(
    (name) => !["libc6", "debconf", "dpkg"].includes(name),
  );
  run("apt-get", ["download", ...names], UNPACKED);
  for (const file of readdirSync(UNPACKED).filter((name) => name.endsWith(".deb"))) run("dpkg-deb", ["-x", join(UNPACKED, file), UNPACKED]);
  const libraries = ["usr/lib/x86_64-linux-gnu", "usr/lib/aarch64-linux-gnu", "lib/x86_64-linux-gnu"]
    .map((folder) => join(UNPACKED, folder))
    .join(":");
  const fonts = join(UNPACKED, "fonts.conf");
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${UNPACKED}/usr/share/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${UNPACKED}/font-cache</cachedir></fontconfig>\n`,
  );
  const start = join(UNPACKED, "run");
  writeFileSync(
    start,
    `#!/bin/sh\nexport LD_LIBRARY_PATH='${libraries}' FONTCONFIG_FILE='${fonts}'\nexec '${UNPACKED}/usr/lib/chromium/${SHELL}' "$@"\n`,
    { mode: 0o755 },
  );
  return start;
}

/** Finds or installs a browser and remembers where it is: as root by apt-get, else Playwright's own, else unpacked below .cache/. Throws naming what to install. */
export async function installBrowser(): Promise<void> {
  mkdirSync(join(root, ".cache"), { recursive: true });
  const known = HOME_SAYS.find(works);
  if (known) return writeFileSync(FOUND, known);
  const ways = process.getuid?.() === 0 ? [byApt, byPlaywright, byUnpacking] : [byPlaywright, byUnpacking];
  const reasons: string[] = [];
  for (const way of ways) {
    try {
      const path = way();
      if (works(path)) return writeFileSync(FOUND, path);
      reasons.push(`${way.name}: ${path} does not start`);
    } catch (error) {
      reasons.push(`${way.name}: ${(error as Error).message.split("\n")[0]}`);
    }
  }
  throw new Error(`${ADVICE}\n${reasons.join("\n")}`);
}
