-- What was answered, reviewed, given or marked stays; a correction is a further row.
CREATE TRIGGER practice_answers_are_append_only BEFORE UPDATE OR DELETE ON "practice_answers" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER review_log_is_append_only BEFORE UPDATE OR DELETE ON "review_log" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER point_entries_are_append_only BEFORE UPDATE OR DELETE ON "point_entries" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER point_policies_are_append_only BEFORE UPDATE OR DELETE ON "point_policies" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER mark_entries_are_append_only BEFORE UPDATE OR DELETE ON "mark_entries" FOR EACH ROW EXECUTE FUNCTION refuse_change();
