// Above 150 lines: one state machine in one file; cut in two, nobody could follow what a line belongs to.
import { kindOfWord } from "./kind-words.ts";
import { followingOptions, leadingLetter } from "./option-lines.ts";
import { headingOf, kindInFront, numberOf, partNumberOf, piecesOf, type TextMark, unescapeLine } from "./text-marks.ts";
import type { ToldField } from "./told.ts";

/** What a text tells of one question or part, the lines of each thing as they came. */
export type TextAsked = { fields: Map<ToldField, string[]>; options: string[][] };
/** What a heading says of all that follow; `at` is how many came before it. */
export type TextContext = { ordinal: string; kind: string; worth: string; at: number };
/** One question of a text with its lines; `context` is what a heading above says of it, `gathered` what a key at the paper's end does. */
export type TextBlock = TextAsked & {
  line: number;
  number: number | null;
  lines: string[];
  parts: TextAsked[];
  context: TextContext;
  gathered: string[][];
};

const asked = (): TextAsked => ({ fields: new Map(), options: [] });
const placeOfLetter = (letter: string) => letter.charCodeAt(0) - 65;

/** Reads a text line by line; what each line belongs to depends on the ones before it. */
export class TextReader {
  readonly blocks: TextBlock[] = [];
  readonly #hasNumbers: boolean;
  #block: TextBlock | null = null;
  #into: string[] = [];
  #inOption = false;
  #last = 0;
  #afterHeading = true;
  #afterBlank = true;
  #context: TextContext = { ordinal: "", kind: "", worth: "", at: 0 };

  constructor(hasNumbers: boolean) {
    this.#hasNumbers = hasNumbers;
  }

  /** Takes the next line. */
  take(line: string, at: number): void {
    const plain = line.trim();
    if (plain === "") {
      // As it came: a line of nothing but spaces inside an exported text is to come back the same.
      this.#into.push(line);
      this.#block?.lines.push(line);
      this.#afterBlank = true;
      return;
    }
    const heading = headingOf(plain);
    if (heading) this.#open(heading);
    else this.#question(line, line.trimStart(), at);
    this.#afterBlank = false;
  }

  #open(context: Omit<TextContext, "at">): void {
    this.#context = { ...context, at: this.#context.at + 1 };
    this.pause();
  }

  /** What follows belongs to no question before it. */
  pause(): void {
    this.#block = null;
    this.#into = [];
    this.#afterHeading = true;
  }

  /** A question's answer as the key at the end has it, written below the question so that it reads the same by itself. */
  give(block: TextBlock, answer: string): void {
    this.#block = block;
    for (const line of `【卷末答案】${answer}`.split("\n")) {
      block.lines.push(line);
      this.#pieces(line);
    }
  }

  #question(line: string, plain: string, at: number): void {
    const numbered = numberOf(plain);
    if (numbered && this.#isNext(numbered.number)) {
      this.#last = numbered.number;
      this.#start(at, line, numbered.number);
      this.#stem(numbered.rest);
    } else if (!this.#block && this.#hasNumbers) {
      // A title or a word to the reader, or what a heading said, written out before a question by itself.
      for (const { mark, text } of piecesOf(plain))
        if (mark === "kind" || mark === "worth") this.#context = { ...this.#context, [mark]: text.trim() };
    } else if (!this.#block || this.#isUnnumberedStart(plain)) {
      this.#start(at, line, null);
      this.#stem(plain);
    } else {
      this.#block.lines.push(line);
      this.#pieces(line);
    }
  }

  #isNext(number: number): boolean {
    if (!this.#block || this.#afterHeading) return true;
    return (number > this.#last && number <= this.#last + 50) || (number === 1 && this.#afterBlank && this.#hasAnswer());
  }

  #hasAnswer(): boolean {
    return this.#block?.fields.has("answer") === true || (this.#block?.parts.some(({ fields }) => fields.has("answer")) ?? false);
  }

  /** In a text without numbers a blank line parts the questions, once the one before has options or an answer. */
  #isUnnumberedStart(plain: string): boolean {
    if (this.#hasNumbers || !this.#afterBlank || !this.#block) return false;
    const isFull = this.#hasAnswer() || this.#block.options.length > 0;
    return isFull && leadingLetter(plain) === null && piecesOf(plain)[0]?.mark === null;
  }

  #start(line: number, first: string, number: number | null): void {
    while (this.#block?.lines.at(-1)?.trim() === "") this.#block.lines.pop();
    this.#block = { ...asked(), line, number, lines: [first], parts: [], context: this.#context, gathered: [] };
    this.#afterHeading = false;
    this.blocks.push(this.#block);
  }

  #stem(text: string): void {
    const front = kindInFront(text);
    if (front) this.#field("kind", front.kind);
    this.#field("stem", "");
    this.#into.pop();
    this.#pieces(front ? front.rest : text, true);
  }

  get #target(): TextAsked {
    const block = this.#block as TextBlock;
    return block.parts.at(-1) ?? block;
  }

  #field(field: ToldField, text: string): void {
    const known = this.#target.fields.get(field) ?? [];
    this.#target.fields.set(field, known);
    known.push(unescapeLine(text));
    this.#into = known;
    this.#inOption = false;
  }

  #part(text: string): void {
    (this.#block as TextBlock).parts.push(asked());
    this.#stem(text.trimStart());
  }

  #pieces(line: string, isStem = false): void {
    for (const { mark, text } of piecesOf(line)) {
      if (mark === null) this.#plain(text, isStem);
      else this.#marked(mark, text.trimStart());
    }
  }

  #marked(mark: TextMark, text: string): void {
    if (mark === "part") this.#part(text);
    else if (mark === "gathered") {
      this.#into = [unescapeLine(text)];
      this.#block?.gathered.push(this.#into);
      this.#inOption = false;
    } else if (mark === "material") {
      this.#field("kind", "材料题");
      this.#field("stem", text);
    } else if (mark === "ignored") this.#into = [];
    else this.#field(mark, text);
  }

  #plain(text: string, isStem: boolean): void {
    const plain = text.trimStart();
    const option = isStem ? null : leadingLetter(plain);
    const count = this.#target.options.length;
    // A letter begins an option when it is the next one, or when none has come yet: an "A" inside an explanation is text.
    const isMaterial = kindOfWord(this.#block?.fields.get("kind")?.[0] ?? this.#block?.context.kind ?? "") === "group";
    const part = isStem || !isMaterial ? null : partNumberOf(plain);
    if (part !== null) this.#part(part);
    else if (option && (placeOfLetter(option.letter) === count || placeOfLetter(option.letter) === count + 1))
      this.#options(option.letter, option.rest);
    else this.#into.push(unescapeLine(text, this.#inOption));
  }

  #options(first: string, rest: string): void {
    const { options } = this.#target;
    for (const [at, text] of followingOptions(rest, first).entries()) {
      const place = placeOfLetter(first) + at;
      while (options.length < place) options.push([]);
      options[place] = [unescapeLine(text, true)];
    }
    this.#into = options.at(-1) as string[];
    this.#inOption = true;
  }
}
