import { checkPack } from "#server/evidence/check-pack.ts";
import { subjectOf } from "#server/evidence/manifest.ts";
import { runCommand } from "./run-command.ts";

const WHY: Readonly<Record<string, string>> = {
  changed: "is not as it was written",
  missing: "is missing",
  extra: "does not belong here",
  "packed-otherwise": "says the same, but was packed anew",
  "other-root": "belongs to another pack than the root hash you gave",
  head: "has a changed head in the zip",
  name: "has a changed name in the zip",
  moved: "was moved within the zip",
  list: "has a changed list of files",
  cut: "is cut off, or no zip",
  twice: "lists a name twice",
};

// npm run verify-evidence -- FILE.zip [--root=HASH]: checks an evidence pack byte by byte and reckons its boards anew. No database.
await runCommand(async () => {
  const [path, ...rest] = process.argv.slice(2).filter((word) => !word.startsWith("--root="));
  const root = process.argv.find((word) => word.startsWith("--root="))?.slice("--root=".length);
  if (!path || rest.length > 0) throw new Error("Say which file: npm run verify-evidence -- FILE.zip [--root=HASH]");
  const { manifest, files, boards, problems } = await checkPack(path, root);
  if (manifest) process.stdout.write(`${subjectOf(manifest)}, made ${manifest.madeAt}\nroot ${manifest.root}\n`);
  for (const { name, why } of problems) process.stdout.write(`✗ ${name}: ${WHY[why] ?? why}\n`);
  if (problems.length > 0) throw new Error(`${problems.length} problem(s): this pack is not what was made.`);
  process.stdout.write(`✓ ${files} files as they were written; ${boards} boards follow from the figures.\n`);
});
