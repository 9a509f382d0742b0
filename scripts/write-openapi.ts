import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { collectVerbs } from "./collect-verbs.ts";
import { openapiOf } from "./openapi.ts";
import { root } from "./supervise-settings.ts";

// Written into the build, read by /api/openapi.json.
const folder = join(root, ".next");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "openapi.json"), JSON.stringify(openapiOf(await collectVerbs()), null, 1));
process.exit(0);
