-- What a host did and what was answered stays.
CREATE TRIGGER game_moves_are_append_only BEFORE UPDATE OR DELETE ON "game_moves" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER game_answer_events_are_append_only BEFORE UPDATE OR DELETE ON "game_answer_events" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
-- What a game asks and by which rules is what it was made with: the live process keeps it in memory.
CREATE FUNCTION refuse_changed_game() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.version_ids, NEW.worths, NEW.rules, NEW.teams, NEW.code) IS DISTINCT FROM (OLD.version_ids, OLD.worths, OLD.rules, OLD.teams, OLD.code) THEN
    RAISE EXCEPTION 'a game keeps its questions and rules' USING ERRCODE = '23514', CONSTRAINT = 'games_keep_their_rules';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER games_keep_their_rules BEFORE UPDATE ON "games" FOR EACH ROW EXECUTE FUNCTION refuse_changed_game();
