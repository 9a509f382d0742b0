import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import type { Migration, Sequence, Table } from "./catalogue.ts";

export const format = "zhixing-backup 1";
export const manifestName = "manifest.json";

/** `rows`, `bytes` and `sha256` are of the uncompressed COPY text, in the order of the primary key. */
export type TableCopy = Table & { file: string; rows: number; bytes: number; sha256: string };
export type Manifest = {
  format: string;
  createdAt: string;
  serverVersion: string;
  migrations: Migration[];
  tables: TableCopy[];
  sequences: Sequence[];
};

/** Passes COPY text through and knows afterwards what went by. A row ends with the only kind of newline that COPY leaves bare. */
export function measure(): { stream: Transform; result(): { rows: number; bytes: number; sha256: string } } {
  const hash = createHash("sha256");
  let rows = 0;
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows += 1;
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ rows, bytes, sha256: hash.digest("hex") }) };
}

/** Reads a manifest; throws for anything that is not one of ours. */
export function parseManifest(text: string, path: string): Manifest {
  const manifest = JSON.parse(text) as Partial<Manifest>;
  if (manifest.format !== format || !manifest.tables || !manifest.sequences || !manifest.migrations)
    throw new Error(`${path} is not a ${format}.`);
  return manifest as Manifest;
}
