import { endpoint } from "#app/_http/endpoint.ts";
import { stopPresenter } from "#server/room/stop-presenter.ts";

export const POST = endpoint(stopPresenter);
