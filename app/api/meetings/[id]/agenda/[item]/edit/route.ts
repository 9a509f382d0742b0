import { endpoint } from "#app/_http/endpoint.ts";
import { editAgendaItem } from "#server/meetings/edit-agenda-item.ts";

export const POST = endpoint(editAgendaItem);
