import { endpoint } from "#app/_http/endpoint.ts";
import { listComplaints } from "#server/complaints/list-complaints.ts";

export const GET = endpoint(listComplaints);
