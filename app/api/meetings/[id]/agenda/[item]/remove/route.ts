import { endpoint } from "#app/_http/endpoint.ts";
import { removeAgendaItem } from "#server/meetings/remove-agenda-item.ts";

export const POST = endpoint(removeAgendaItem);
