import { endpoint } from "#app/_http/endpoint.ts";
import { addPresenter } from "#server/room/add-presenter.ts";

export const POST = endpoint(addPresenter);
