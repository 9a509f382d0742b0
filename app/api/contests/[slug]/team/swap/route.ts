import { endpoint } from "#app/_http/endpoint.ts";
import { swapSubstitute } from "#server/teams/swap-substitute.ts";

export const POST = endpoint(swapSubstitute);
