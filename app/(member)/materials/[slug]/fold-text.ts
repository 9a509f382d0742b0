/** A character as the search in a text compares it: case and width do not matter. Every character keeps its length, so that places stay true. */
const folded = (sign: string): string => {
  const plain = sign.normalize("NFKC").toLowerCase();
  return plain.length === sign.length ? plain : sign;
};

export const foldText = (text: string): string => Array.from(text, folded).join("");

/** Where the words stand in a folded text, from left to right, without overlaps. */
export function placesOf(text: string, words: string): number[] {
  const wanted = foldText(words.trim());
  const places: number[] = [];
  if (wanted === "") return places;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) places.push(at);
  return places;
}
