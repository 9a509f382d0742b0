import { endpoint } from "#app/_http/endpoint.ts";
import { replyComplaint } from "#server/complaints/reply-complaint.ts";

export const POST = endpoint(replyComplaint);
