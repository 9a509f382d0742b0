-- The first answer stands.
CREATE TRIGGER match_answers_are_append_only BEFORE UPDATE OR DELETE ON "match_answers" FOR EACH ROW EXECUTE FUNCTION refuse_change();
