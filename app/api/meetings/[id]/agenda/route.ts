import { endpoint } from "#app/_http/endpoint.ts";
import { addAgendaItem } from "#server/meetings/add-agenda-item.ts";

export const POST = endpoint(addAgendaItem);
