import { RANK_CAPS, type RankFields } from "./rank-key.ts";

const SCORE_STEP = RANK_CAPS.rightCount + 1;

/** The rank fields of many members in typed arrays, 20 bytes each, by the member's index. Takes fields within the caps of the rank key. */
export class RankColumns {
  /** Score and number right in one exact number (52 bits): the greater stands first. */
  #merit = new Float64Array(0);
  #totalMs = new Uint32Array(0);
  #lastScoringMs = new Float64Array(0);

  get capacity(): number {
    return this.#merit.length;
  }

  read(member: number): RankFields {
    const merit = this.#merit[member] as number;
    const rightCount = merit % SCORE_STEP;
    const totalMs = this.#totalMs[member] as number;
    return { scoreMilli: (merit - rightCount) / SCORE_STEP, rightCount, totalMs, lastScoringMs: this.#lastScoringMs[member] as number };
  }

  write(member: number, { scoreMilli, rightCount, totalMs, lastScoringMs }: RankFields): void {
    this.#merit[member] = scoreMilli * SCORE_STEP + rightCount;
    this.#totalMs[member] = totalMs;
    this.#lastScoringMs[member] = lastScoringMs;
  }

  /** `compareRank` of two members. */
  compare(a: number, b: number): number {
    const merit = (this.#merit[b] as number) - (this.#merit[a] as number);
    if (merit !== 0) return merit;
    const total = (this.#totalMs[a] as number) - (this.#totalMs[b] as number);
    return total === 0 ? (this.#lastScoringMs[a] as number) - (this.#lastScoringMs[b] as number) : total;
  }

  grow(capacity: number): void {
    this.#merit = grown(new Float64Array(capacity), this.#merit);
    this.#totalMs = grown(new Uint32Array(capacity), this.#totalMs);
    this.#lastScoringMs = grown(new Float64Array(capacity), this.#lastScoringMs);
  }
}

/** The new, larger array with what the old one held. */
export function grown<Words extends Float64Array | Uint32Array | Uint8Array>(into: Words, from: Words): Words {
  into.set(from);
  return into;
}
