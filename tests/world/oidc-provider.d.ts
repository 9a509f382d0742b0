// The provider ships no types; this is the part of it that the tests use.
declare module "oidc-provider" {
  import type { Server } from "node:http";

  class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    listen(port: number, host: string, listening: () => void): Server;
  }
  export default Provider;
}
