import { endpoint } from "#app/_http/endpoint.ts";
import { saveReadingPlace } from "#server/materials/save-reading-place.ts";

export const POST = endpoint(saveReadingPlace);
