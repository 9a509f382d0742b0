import type { Refused } from "#app/desk/post-json.ts";

/** What the server says of a file above its limit, said before the file has travelled. */
export function tooLargeFile(limitMb: number): Refused {
  const params = { limitMb };
  return { code: "file-too-large", params, fields: [{ path: "file", code: "file-too-large", params }] };
}
