import { endpoint } from "#app/_http/endpoint.ts";
import { editGroup } from "#server/groups/edit-group.ts";

export const POST = endpoint(editGroup);
