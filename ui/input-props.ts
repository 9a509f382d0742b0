import type { ShownBody } from "#domain/papers/presentation.ts";
import type { Response } from "#domain/questions/question.ts";

/** Of the shown bodies those that may be of these kinds. */
type BodyOf<Kind extends ShownBody["kind"]> = ShownBody extends infer B
  ? B extends { kind: infer K }
    ? Kind & K extends never
      ? never
      : B
    : never
  : never;

export type InputProps<Kind extends ShownBody["kind"]> = {
  body: BodyOf<Kind>;
  /** Names the inputs of this question: one group a question; a plain form sends the place chosen under it. */
  name: string;
  response: Response;
  isDisabled: boolean;
  onChange: (response: Response, isTyping?: boolean) => void;
};
