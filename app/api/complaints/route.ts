import { endpoint } from "#app/_http/endpoint.ts";
import { listMyComplaints } from "#server/complaints/list-my-complaints.ts";
import { sendComplaint } from "#server/complaints/send-complaint.ts";

export const GET = endpoint(listMyComplaints);
export const POST = endpoint(sendComplaint);
