import { endpoint } from "#app/_http/endpoint.ts";
import { editQuestion } from "#server/questions/edit-question.ts";

export const POST = endpoint(editQuestion);
