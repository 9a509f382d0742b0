import { endpoint } from "#app/_http/endpoint.ts";
import { scorePresenter } from "#server/room/score-presenter.ts";

export const POST = endpoint(scorePresenter);
