import { expect, test } from "vitest";
import { guarded } from "./endpoint.ts";
import { readBody } from "./read-body.ts";

const post = (headers: Record<string, string>) => new Request("http://own.invalid/api/x", { method: "POST", body: "x", headers });
const reply = async (request: Request) => {
  const said = await guarded(request, "POST /api/x", async () => Response.json(await readBody(request)));
  return { status: said.status, ...((await said.json()) as object) };
};

test("a body that is too large names the field its file was sent in, and so does the reply", async () => {
  const params = { megabytes: 25 };
  const form = { "content-type": "multipart/form-data; boundary=x", "content-length": "100000000" };
  const fields = [{ path: "file", code: "too-large", params }];
  expect(await reply(post(form))).toEqual({ status: 413, refused: "too-large", params, fields });
  const json = { "content-type": "application/json", "content-length": "100000000" };
  expect(await reply(post(json))).toEqual({ status: 413, refused: "too-large", params: { megabytes: 1 }, fields: [] });
});
