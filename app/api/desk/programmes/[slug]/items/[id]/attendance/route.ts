import { endpoint } from "#app/_http/endpoint.ts";
import { listAttendance } from "#server/programmes/list-attendance.ts";
import { noteAttendance } from "#server/programmes/note-attendance.ts";

export const GET = endpoint(listAttendance);
export const POST = endpoint(noteAttendance);
