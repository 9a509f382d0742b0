import { endpoint } from "#app/_http/endpoint.ts";
import { removePresenter } from "#server/room/remove-presenter.ts";

export const POST = endpoint(removePresenter);
