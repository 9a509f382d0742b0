import { endpoint } from "#app/_http/endpoint.ts";
import { saveKind } from "#server/meetings/save-kind.ts";

export const POST = endpoint(saveKind);
