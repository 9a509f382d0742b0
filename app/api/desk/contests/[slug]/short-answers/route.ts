import { endpoint } from "#app/_http/endpoint.ts";
import { listShortAnswers } from "#server/marking/list-short-answers.ts";

export const GET = endpoint(listShortAnswers);
