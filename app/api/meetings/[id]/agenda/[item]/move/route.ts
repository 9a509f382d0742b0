import { endpoint } from "#app/_http/endpoint.ts";
import { moveAgendaItem } from "#server/meetings/move-agenda-item.ts";

export const POST = endpoint(moveAgendaItem);
