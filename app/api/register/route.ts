import { endpoint } from "#app/_http/endpoint.ts";
import { getRegister } from "#server/register/get-register.ts";

export const GET = endpoint(getRegister);
