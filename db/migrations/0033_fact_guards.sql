-- What was done on a stage, seen of an attempt and published of a stage stays as it was.
CREATE TRIGGER hall_events_are_append_only BEFORE UPDATE OR DELETE ON "hall_events" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER attempt_absences_are_append_only BEFORE UPDATE OR DELETE ON "attempt_absences" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER absence_notes_are_append_only BEFORE UPDATE OR DELETE ON "absence_notes" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER promotions_are_append_only BEFORE UPDATE OR DELETE ON "promotions" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER promotion_rows_are_append_only BEFORE UPDATE OR DELETE ON "promotion_rows" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER award_grants_are_append_only BEFORE UPDATE OR DELETE ON "award_grants" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER awards_are_append_only BEFORE UPDATE OR DELETE ON "awards" FOR EACH ROW EXECUTE FUNCTION refuse_change();
