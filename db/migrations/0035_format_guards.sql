-- Of which contest a paper of a rehearsal was, and every try with the verdict that was told, stay as they were.
CREATE TRIGGER rehearsals_are_append_only BEFORE UPDATE OR DELETE ON "rehearsals" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER item_tries_are_append_only BEFORE UPDATE OR DELETE ON "item_tries" FOR EACH ROW EXECUTE FUNCTION refuse_change();
