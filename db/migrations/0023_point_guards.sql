-- What was published of a study year stands as it was: a later publication is a row of its own.
CREATE TRIGGER study_years_are_append_only BEFORE UPDATE OR DELETE ON "study_years" FOR EACH ROW EXECUTE FUNCTION refuse_change();
