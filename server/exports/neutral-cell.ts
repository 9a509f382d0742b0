const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** Text that a spreadsheet would run as a formula gets a ' before it (TF4). plainText undoes exactly this. */
export function neutralText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text neutralText was given. */
export function plainText(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
