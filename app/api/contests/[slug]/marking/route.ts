import { endpoint } from "#app/_http/endpoint.ts";
import { getNextEssay } from "#server/marking/get-next-essay.ts";
import { giveMark } from "#server/marking/give-mark.ts";

export const GET = endpoint(getNextEssay);
export const POST = endpoint(giveMark);
