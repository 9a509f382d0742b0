/** The base64 of a word wherever it starts in a group of three bytes, without the letters that its neighbours have a say in. */
function base64Of(word: string): string[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.from("\0".repeat(shift) + word)
      .toString("base64")
      .replace(/=+$/, "");
    const from = shift === 0 ? 0 : shift + 1;
    const whole = Math.floor(((shift + word.length) * 4) / 3);
    return text.slice(from, whole);
  });
}

/**
 * The names of the secrets that stand in these bytes: as they are (a hex word reads the same as text, JSON, HTML and in an address), in
 * base64 at any offset, in hex, and backwards.
 */
export function findSecrets(bytes: Buffer, secrets: Readonly<Record<string, string>>): string[] {
  const text = bytes.toString("latin1").replaceAll("-", "+").replaceAll("_", "/");
  return Object.entries(secrets).flatMap(([name, word]) => {
    const forms = [
      word,
      [...word].reverse().join(""),
      Buffer.from(word).toString("hex"),
      Buffer.from(word, "utf16le").toString("latin1"),
      ...base64Of(word),
    ];
    return forms.some((form) => text.includes(form)) ? [name] : [];
  });
}
