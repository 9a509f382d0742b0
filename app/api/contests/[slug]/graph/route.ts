import { endpoint } from "#app/_http/endpoint.ts";
import { getScoreGraph } from "#server/boards/get-score-graph.ts";

export const GET = endpoint(getScoreGraph);
