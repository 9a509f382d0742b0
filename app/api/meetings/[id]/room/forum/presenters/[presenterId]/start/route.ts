import { endpoint } from "#app/_http/endpoint.ts";
import { startPresenter } from "#server/room/start-presenter.ts";

export const POST = endpoint(startPresenter);
