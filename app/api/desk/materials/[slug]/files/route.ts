import { endpoint } from "#app/_http/endpoint.ts";
import { listFiles } from "#server/files/list-files.ts";
import { uploadFile } from "#server/files/upload-file.ts";

export const GET = endpoint(listFiles);
export const POST = endpoint(uploadFile);
