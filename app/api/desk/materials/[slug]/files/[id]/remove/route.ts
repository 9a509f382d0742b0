import { endpoint } from "#app/_http/endpoint.ts";
import { removeFile } from "#server/files/remove-file.ts";

export const POST = endpoint(removeFile);
