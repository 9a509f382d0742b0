import { endpoint } from "#app/_http/endpoint.ts";
import { handInMock } from "#server/practices/hand-in-mock.ts";

export const POST = endpoint(handInMock);
