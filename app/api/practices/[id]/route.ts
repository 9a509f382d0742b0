import { endpoint } from "#app/_http/endpoint.ts";
import { getPractice } from "#server/practices/get-practice.ts";

export const GET = endpoint(getPractice);
