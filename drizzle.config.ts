import { defineConfig } from "drizzle-kit";

// The kit's loader knows neither Node's "#room/" imports nor ".ts" paths of aliases; it reads the tables by file.
export default defineConfig({ dialect: "postgresql", schema: "./db/schema/*.ts", out: "./db/migrations", casing: "snake_case" });
