/** What stands before the year when the organisation has chosen nothing. */
const DEFAULT_CODE = "ZX";

/** An organisation's code: two to eight capital letters and digits, a letter first. */
export const CODE_SHAPE = /^[A-Z][A-Z0-9]{1,7}$/;

/** A serial as it is printed: `ZX-2026-000123`. */
export const SERIAL_SHAPE = /^[A-Z][A-Z0-9]{1,7}-\d{4}-\d{6,9}$/;

/** The organisation's code, or the default for anything that cannot stand in an address. */
export const codeOf = (wished: unknown): string => (typeof wished === "string" && CODE_SHAPE.test(wished) ? wished : DEFAULT_CODE);

/** The serial of the n-th certificate of a year (D14). */
export const serialOf = (code: string, year: number, n: number): string =>
  `${code}-${String(year).padStart(4, "0")}-${String(n).padStart(6, "0")}`;

/** What somebody typed or scanned, as a serial: capitals, without blanks, whatever dash was used. Null when it cannot be one. */
export function readSerial(typed: string): string | null {
  const serial = typed
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/[‐‑‒–—−－]/g, "-")
    .toUpperCase();
  return SERIAL_SHAPE.test(serial) ? serial : null;
}
