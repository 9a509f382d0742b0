import { endpoint } from "#app/_http/endpoint.ts";
import { resumeContest } from "#server/contests/resume-contest.ts";

export const POST = endpoint(resumeContest);
