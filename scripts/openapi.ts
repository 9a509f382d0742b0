import { z } from "zod";
import type { Described } from "./collect-verbs.ts";

type Schema = Record<string, unknown>;
const COMMON = ["invalid", "not-signed-in", "not-found", "forbidden", "foreign-origin", "unavailable"];

/** JSON Schema of what a verb takes or gives. Instants are strings; what a schema computes is described by what goes in. */
function schemaOf(type: z.ZodType, io: "input" | "output"): Schema {
  return z.toJSONSchema(type, {
    io,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "date") Object.assign(jsonSchema, { type: "string", format: "date-time" });
    },
  }) as Schema;
}

const refusalSchema = (codes: readonly string[]): Schema => ({
  type: "object",
  required: ["refused", "params", "fields"],
  properties: {
    refused: { type: "string", enum: [...new Set([...COMMON, ...codes])] },
    params: { type: "object" },
    fields: {
      type: "array",
      items: { type: "object", properties: { path: { type: "string" }, code: { type: "string" }, params: { type: "object" } } },
    },
  },
});

function operationOf(verb: Described): Schema {
  const [method = "GET", path = ""] = verb.at.split(" ");
  const input = schemaOf(verb.input, "input");
  const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] as string);
  const properties = (input["properties"] ?? {}) as Record<string, Schema>;
  const required = (input["required"] ?? []) as string[];
  const inPath = names.map((name) => ({ name, in: "path", required: true, schema: properties[name] ?? { type: "string" } }));
  const rest = Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));
  const inQuery = Object.entries(rest).map(([name, schema]) => ({ name, in: "query", required: required.includes(name), schema }));
  const body = { ...input, properties: rest, required: required.filter((name) => !names.includes(name)) };
  return {
    operationId: verb.name,
    parameters: method === "GET" ? [...inPath, ...inQuery] : inPath,
    ...(method === "GET" ? {} : { requestBody: { content: { "application/json": { schema: body } } } }),
    security: verb.open ? [] : [{ session: [] }],
    responses: {
      200: { description: "Done", content: { "application/json": { schema: schemaOf(verb.output, "output") } } },
      default: { description: "Refused", content: { "application/json": { schema: refusalSchema(verb.refusals) } } },
    },
  };
}

/** The OpenAPI 3.1 description of every verb. */
export function openapiOf(verbs: readonly Described[]): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const verb of verbs) {
    const [method = "GET", path = ""] = verb.at.split(" ");
    const address = path.replace(/:(\w+)/g, "{$1}");
    paths[address] = { ...paths[address], [method.toLowerCase()]: operationOf(verb) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Zhixing 知行", version: "0.1.0" },
    paths,
    components: { securitySchemes: { session: { type: "apiKey", in: "cookie", name: "zx-session" } } },
  };
}
