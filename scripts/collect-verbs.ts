import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { z } from "zod";
import { root } from "./supervise-settings.ts";

export type Described = {
  name: string;
  at: string;
  input: z.ZodType;
  output: z.ZodType;
  refusals: readonly string[];
  open: boolean;
  changes: boolean;
};

const isVerb = (value: unknown): value is Omit<Described, "name"> =>
  typeof value === "object" && value !== null && "at" in value && "input" in value && "output" in value && "refusals" in value;

/** Every verb and query of server/, found by its shape; the list behind /api/openapi.json and the authorization matrix. */
export async function collectVerbs(): Promise<Described[]> {
  const files = readdirSync(join(root, "server"), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts") && !entry.name.endsWith("-worker.ts"),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const found: Described[] = [];
  for (const file of files) {
    const module: Record<string, unknown> = await import(pathToFileURL(file).href);
    for (const [name, value] of Object.entries(module)) if (isVerb(value)) found.push({ ...value, name });
  }
  return found.sort((a, b) => (a.at.split(" ")[1] ?? "").localeCompare(b.at.split(" ")[1] ?? "") || a.at.localeCompare(b.at));
}
