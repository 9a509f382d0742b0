import { endpoint } from "#app/_http/endpoint.ts";
import { startPractice } from "#server/practices/start-practice.ts";

export const POST = endpoint(startPractice);
