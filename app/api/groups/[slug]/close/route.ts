import { endpoint } from "#app/_http/endpoint.ts";
import { closeGroup } from "#server/groups/close-group.ts";

export const POST = endpoint(closeGroup);
