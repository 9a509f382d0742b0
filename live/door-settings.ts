/** What the environment asks of the door (architecture decision 9). */
export type DoorSettings = Readonly<{
  host: string;
  port: number;
  /** Where the page server listens, on loopback. */
  pagesUrl: URL;
  /** The one address of this installation, when it has one. */
  publicUrl: URL | null;
  /** Believe the nearest proxy's X-Forwarded-For, when it connects over loopback. */
  trustsProxy: boolean;
  /** Where a sign-in form may lead to besides ourselves. */
  signInOrigin: string | null;
  metricsToken: string | null;
  isDevelopment: boolean;
}>;

/** Reads the settings; throws a sentence for an administrator when one is missing or wrong. */
export function doorSettings(env: Readonly<Record<string, string | undefined>>): DoorSettings {
  const pages = env["ZX_PAGES_URL"];
  if (!pages) throw new Error("ZX_PAGES_URL is not set: start through npm start");
  const publicUrl = env["PUBLIC_URL"];
  if (publicUrl && !/^https?:$/.test(URL.canParse(publicUrl) ? new URL(publicUrl).protocol : "")) {
    throw new Error(`PUBLIC_URL must begin with http:// or https://, not ${publicUrl}`);
  }
  const issuer = env["OIDC_ISSUER"];
  return {
    host: env["HOST"] || "127.0.0.1",
    port: Number(env["PORT"] || 3000),
    pagesUrl: new URL(pages),
    publicUrl: publicUrl ? new URL(publicUrl) : null,
    trustsProxy: env["TRUST_PROXY"] === "1",
    signInOrigin: issuer && URL.canParse(issuer) ? new URL(issuer).origin : null,
    metricsToken: env["METRICS_TOKEN"] || null,
    isDevelopment: env["NODE_ENV"] === "development",
  };
}
