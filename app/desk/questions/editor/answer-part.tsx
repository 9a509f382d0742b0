"use client";
import type { ReactNode } from "react";
import { BlanksPart } from "./blanks-part.tsx";
import { GuidePart } from "./guide-part.tsx";
import { MatchingPart } from "./matching-part.tsx";
import { NumericPart } from "./numeric-part.tsx";
import { OptionsPart } from "./options-part.tsx";
import { OrderingPart } from "./ordering-part.tsx";
import type { PartProps } from "./part-props.ts";
import { ShortPart } from "./short-part.tsx";
import { TruthPart } from "./truth-part.tsx";

/** The answer of a question that is no group, by its kind. */
export function AnswerPart(props: PartProps): ReactNode {
  switch (props.draft.kind) {
    case "single":
    case "multiple":
    case "indefinite":
      return <OptionsPart {...props} />;
    case "truefalse":
      return <TruthPart {...props} />;
    case "fill":
      return <BlanksPart {...props} />;
    case "ordering":
      return <OrderingPart {...props} />;
    case "matching":
      return <MatchingPart {...props} />;
    case "numeric":
      return <NumericPart {...props} />;
    case "short":
      return <ShortPart {...props} />;
    case "essay":
      return <GuidePart {...props} />;
    case "group":
      return null;
  }
}
