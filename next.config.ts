import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin("./app/_http/i18n.ts");

/** Security headers are set in front of Next (live/), so none are set here. */
const config: NextConfig = {
  serverExternalPackages: ["@node-rs/argon2", "pino", "pg"],
  // The optimiser decodes images from strangers: it stays off (never.md 21).
  images: { unoptimized: true },
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  compress: true,
  // The types are a check of their own (scripts/static-steps.ts), made once and of everything; here they cost as long as the build.
  typescript: { ignoreBuildErrors: true },
};

export default withMessages(config);
