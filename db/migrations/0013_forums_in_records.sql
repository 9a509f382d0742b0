-- The result of a forum stands in its record: closing it is a fact that signatures are under, and a forum's record needs it (votes stood in for it, unless the kind was changed by hand).
DROP TRIGGER meetings_void_signatures ON "meetings";--> statement-breakpoint
CREATE TRIGGER meetings_void_signatures AFTER UPDATE OF "title", "chair_id", "recorder_id", "lead_reader_id", "place", "link", "starts_at", "ends_at", "opened_at", "closed_at", "forum" ON "meetings" FOR EACH ROW EXECUTE FUNCTION void_signatures_of_meeting();--> statement-breakpoint
UPDATE "meeting_kinds" SET "required_fields" = array_replace("required_fields", 'votes', 'forum') WHERE "key" = 'forum' AND "required_fields" = '{title,time,place,chair,recorder,attendance,speeches,votes}';
