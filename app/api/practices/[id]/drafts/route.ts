import { endpoint } from "#app/_http/endpoint.ts";
import { saveMockAnswer } from "#server/practices/hand-in-mock.ts";

export const POST = endpoint(saveMockAnswer);
