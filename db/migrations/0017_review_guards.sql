-- A question whose key changes is to be learnt anew: its cards forget what they knew, whoever publishes the new wording (D9).
-- A card that left as known comes back, for what was known is no longer right; one that was taken out by hand stays out.
CREATE FUNCTION forget_changed_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT key FROM question_keys WHERE version_id = OLD.published_version_id)
     IS DISTINCT FROM (SELECT key FROM question_keys WHERE version_id = NEW.published_version_id) THEN
    UPDATE review_cards SET stability = NULL, difficulty = NULL, due_at = NULL, reviewed_at = NULL, reviews = 0, lapses = 0, good_in_row = 0,
      version_id = NEW.published_version_id,
      removed_at = CASE WHEN removed_by = 'known' THEN NULL ELSE removed_at END,
      removed_by = CASE WHEN removed_by = 'known' THEN NULL ELSE removed_by END
    WHERE question_id = NEW.id;
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER questions_forget_changed_keys AFTER UPDATE OF published_version_id ON "questions" FOR EACH ROW
  WHEN (OLD.published_version_id IS NOT NULL AND NEW.published_version_id IS NOT NULL AND OLD.published_version_id <> NEW.published_version_id)
  EXECUTE FUNCTION forget_changed_key();
