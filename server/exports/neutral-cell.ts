const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;
/** write-excel-file numbers its strings in a plain object, where these names are taken: such a cell would come out unreadable. */
const TAKEN = new Set(Object.getOwnPropertyNames(Object.prototype));

const needsMark = (text: string): boolean => FORMULA.test(text) || TAKEN.has(text.replace(/^'+/, ""));

/** Text that a spreadsheet would run as a formula, or that its writer would lose, gets a ' before it (TF4). plainText undoes exactly this. */
export function neutralText(text: string): string {
  return needsMark(text) ? `'${text}` : text;
}

/** The text neutralText was given. */
export function plainText(cell: string): string {
  return cell.startsWith("'") && needsMark(cell) ? cell.slice(1) : cell;
}
