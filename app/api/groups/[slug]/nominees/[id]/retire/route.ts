import { endpoint } from "#app/_http/endpoint.ts";
import { retireNominee } from "#server/groups/retire-nominee.ts";

export const POST = endpoint(retireNominee);
