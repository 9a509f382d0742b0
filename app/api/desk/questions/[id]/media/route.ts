import { endpoint } from "#app/_http/endpoint.ts";
import { uploadMedium } from "#server/questions/upload-medium.ts";

export const POST = endpoint(uploadMedium);
