import type { Server } from "node:http";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "#db/embedded/free-port.ts";
import { OIDC_CLIENT, startIdentityProvider, Walker } from "#tests/world/identity-provider.ts";
import { type RunningHouse, startHouse } from "#tests/world/running-house.ts";

let house: RunningHouse;
let provider: Server;

beforeAll(async () => {
  const [port, issuerPort] = [await freePort(), await freePort()];
  const issuer = `http://127.0.0.1:${issuerPort}`;
  provider = await startIdentityProvider(issuerPort, `http://127.0.0.1:${port}/api/auth/callback/oidc`);
  house = await startHouse({
    env: { PORT: String(port), OIDC_ISSUER: issuer, OIDC_CLIENT_ID: OIDC_CLIENT.id, OIDC_CLIENT_SECRET: OIDC_CLIENT.secret },
  });
});
afterAll(async () => {
  provider?.close();
  await house?.remove();
});

/** Signs in at the provider under a name and comes back to the house. */
async function comesBackAs(name: string) {
  const walker = new Walker();
  const { text } = await walker.go(`${house.url}/api/auth/csrf`);
  const { csrfToken } = JSON.parse(text) as { csrfToken: string };
  let page = await walker.go(`${house.url}/api/auth/signin/oidc`, { csrfToken, callbackUrl: `${house.url}/contests` });
  const formOf = (html: string) => /action="([^"]+)"/.exec(html)?.[1] ?? "";
  page = await walker.go(new URL(formOf(page.text), page.url).href, { prompt: "login", login: name, password: "any" });
  page = await walker.go(new URL(formOf(page.text), page.url).href, { prompt: "consent" });
  return { walker, page };
}

test("the organisation's own sign-in leads in whoever has an account of that name, and ties it once", async () => {
  const { walker, page } = await comesBackAs("member02");
  expect(new URL(page.url).pathname).toBe("/contests");
  expect(page.status).toBe(200);
  expect(page.text).toContain("程见行");
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const { rows } = await client.query("select oidc_subject from people where account = 'member02'");
  expect(rows).toEqual([{ oidc_subject: "member02" }]);
  await client.query("update sessions set revoked_at = now() from people p where p.id = person_id and p.account = 'member02'");
  await client.end();
  const after = await walker.go(`${house.url}/contests`);
  expect(new URL(after.url).pathname).toBe("/sign-in");
});

test("somebody the organisation does not know stays outside and is told why", async () => {
  const { page } = await comesBackAs("stranger");
  expect(new URL(page.url).pathname).toBe("/sign-in");
  expect(page.url).toContain("no-account-here");
  expect(page.text).not.toContain("Internal");
});
