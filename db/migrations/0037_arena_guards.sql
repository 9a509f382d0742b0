-- A board that was laid down stays as it was; a new one is a row of its own.
CREATE TRIGGER arena_boards_are_append_only BEFORE UPDATE OR DELETE ON "arena_boards" FOR EACH ROW EXECUTE FUNCTION refuse_change();
