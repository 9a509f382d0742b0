import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

export type SourceFile = { path: string; text: string };

/** The files of the house that git knows or would take, by pattern. A rule that sees no files is a rule that cannot fail. */
export function sourceFiles(pattern: RegExp, atLeast: number): SourceFile[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
    maxBuffer: 32_000_000,
  });
  const paths = listed.split("\n").filter((path) => pattern.test(path));
  if (paths.length < atLeast) throw new Error(`only ${paths.length} files match ${pattern}: the rule has lost its eyes`);
  return paths.flatMap((path) => {
    try {
      return [{ path, text: readFileSync(path, "utf8") }];
    } catch {
      return []; // listed by git and deleted in the working tree
    }
  });
}

/** Places where a pattern stands, as file:line. */
export function placesOf(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim().slice(0, 100)}`] : [])),
  );
}
