/** What a refusal is about: which field of the input, when it is about one. */
export type RefusalParams = Readonly<Record<string, string | number>>;

/**
 * The one way of saying no. `code` names a sentence in messages/ under `refusals`, `params` fill it.
 * Bundles duplicate classes, so a refusal is recognised by `isRefusal`, never by instanceof.
 */
export class Refusal extends Error {
  readonly isRefusal = true;
  readonly code: string;
  readonly params: RefusalParams;

  constructor(code: string, params: RefusalParams = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.params = params;
  }
}

/** True for a refusal thrown by any copy of this module. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && "isRefusal" in error && error.isRefusal === true;
}
