import { endpoint } from "#app/_http/endpoint.ts";
import { changePassword } from "#server/people/change-password.ts";

export const POST = endpoint(changePassword);
