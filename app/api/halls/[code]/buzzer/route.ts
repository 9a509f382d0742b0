import { endpoint } from "#app/_http/endpoint.ts";
import { getBuzzer } from "#server/halls/get-buzzer.ts";

export const GET = endpoint(getBuzzer);
