import { expect, test } from "vitest";
import { readBody } from "./read-body.ts";
import { statusOf } from "./respond.ts";

const TYPE = { "content-type": "multipart/form-data; boundary=x" };
const MEGABYTE = new Uint8Array(1_000_000);

test("a hundred megabytes are refused at the door: by what is announced, or as soon as more has come than may, and never kept whole", async () => {
  let sent = 0;
  const body = new ReadableStream({
    pull(stream) {
      sent += 1;
      stream.enqueue(MEGABYTE);
      if (sent >= 100) stream.close();
    },
  });
  const tooLarge = expect.objectContaining({ code: "too-large", params: { megabytes: 25, field: "file" } });
  const post = (more: object) => new Request("http://own.invalid/", { method: "POST", ...more });
  await expect(readBody(post({ headers: { ...TYPE, "content-length": "100000000" }, body: "x" }))).rejects.toEqual(tooLarge);
  await expect(readBody(post({ headers: TYPE, body, duplex: "half" }))).rejects.toEqual(tooLarge);
  expect(sent).toBeLessThan(40);
  expect(statusOf("too-large")).toBe(413);
});
