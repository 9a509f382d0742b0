import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Comma, quotation mark, UTF-8, from line 1, no formats, cells as shown, no formulas; the first sheet. */
const CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false";
const ADVICE = "LibreOffice did not open the file; on Debian: apt-get install libreoffice-calc-nogui";

/** Fields of a CSV that LibreOffice wrote: quoted where they must be, marks doubled. */
function fieldsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\r?\n|$)/g)) {
    if (end === "" && quoted === undefined && plain === "") break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ",") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

/** A workbook as LibreOffice shows its first sheet: opened by the program itself, written out cell by cell. */
export function throughLibreOffice(bytes: Uint8Array): string[][] {
  const folder = mkdtempSync(join(tmpdir(), "zhixing-office-"));
  try {
    writeFileSync(join(folder, "sheet.xlsx"), bytes);
    // A profile of its own: a LibreOffice that is open on this machine would take the file and answer nothing.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
    execFileSync("soffice", [profile, "--headless", "--convert-to", CSV, "--outdir", folder, join(folder, "sheet.xlsx")], {
      stdio: "pipe",
      timeout: 120_000,
    });
    return fieldsOf(readFileSync(join(folder, "sheet.csv"), "utf8"));
  } catch (error) {
    throw new Error(ADVICE, { cause: error });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
