-- A signature is under what the record said (D13): when a fact it was written from changes, it falls, whoever changes the fact and from where.
CREATE FUNCTION void_signatures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE record_signatures SET voided_at = now() WHERE meeting_id = NEW.meeting_id AND voided_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM meeting_records r WHERE r.meeting_id = NEW.meeting_id AND r.locked_at IS NOT NULL);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION void_signatures_of_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE record_signatures SET voided_at = now() WHERE meeting_id = NEW.id AND voided_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM meeting_records r WHERE r.meeting_id = NEW.id AND r.locked_at IS NOT NULL);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER speeches_void_signatures AFTER INSERT OR UPDATE ON "speeches" FOR EACH ROW EXECUTE FUNCTION void_signatures();--> statement-breakpoint
CREATE TRIGGER check_ins_void_signatures AFTER INSERT OR UPDATE ON "check_ins" FOR EACH ROW EXECUTE FUNCTION void_signatures();--> statement-breakpoint
CREATE TRIGGER agenda_items_void_signatures AFTER INSERT OR UPDATE ON "agenda_items" FOR EACH ROW EXECUTE FUNCTION void_signatures();--> statement-breakpoint
CREATE TRIGGER meeting_people_void_signatures AFTER INSERT OR UPDATE OF "reply_reason", "excused_at", "excuse", "removed_at" ON "meeting_people" FOR EACH ROW EXECUTE FUNCTION void_signatures();--> statement-breakpoint
CREATE TRIGGER meeting_decisions_void_signatures AFTER INSERT OR UPDATE OF "body", "owner_id", "due_at", "deleted_at" ON "meeting_decisions" FOR EACH ROW EXECUTE FUNCTION void_signatures();--> statement-breakpoint
CREATE TRIGGER meetings_void_signatures AFTER UPDATE OF "title", "chair_id", "recorder_id", "lead_reader_id", "place", "link", "starts_at", "ends_at", "opened_at", "closed_at" ON "meetings" FOR EACH ROW EXECUTE FUNCTION void_signatures_of_meeting();
