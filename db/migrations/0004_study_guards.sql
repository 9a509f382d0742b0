-- Facts of study are never changed; what was certified stays as it was.
CREATE TRIGGER check_answers_are_append_only BEFORE UPDATE OR DELETE ON "check_answers" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER task_evidence_is_append_only BEFORE UPDATE OR DELETE ON "task_evidence" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER branch_flag_notes_are_append_only BEFORE UPDATE OR DELETE ON "branch_flag_notes" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint

CREATE FUNCTION guard_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.snapshot <> OLD.snapshot OR NEW.serial <> OLD.serial OR NEW.person_id <> OLD.person_id OR NEW.programme_id <> OLD.programme_id THEN
    RAISE EXCEPTION 'certificate % stays as it was issued', OLD.serial USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NULL THEN
    RAISE EXCEPTION 'certificate % was revoked and stays revoked', OLD.serial USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER certificates_stay BEFORE UPDATE ON "certificates" FOR EACH ROW EXECUTE FUNCTION guard_certificate();--> statement-breakpoint

-- A programme that requires itself, directly or around corners, could never be begun.
CREATE FUNCTION refuse_programme_circle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    WITH RECURSIVE needed(id) AS (
      SELECT NEW.requires_id UNION SELECT p.requires_id FROM programme_prerequisites p JOIN needed n ON p.programme_id = n.id
    ) SELECT 1 FROM needed WHERE id = NEW.programme_id
  ) THEN
    RAISE EXCEPTION 'programme % would require itself', NEW.programme_id USING ERRCODE = 'check_violation', CONSTRAINT = 'programme_prerequisites_no_circle';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER programme_prerequisites_no_circle BEFORE INSERT OR UPDATE ON "programme_prerequisites" FOR EACH ROW EXECUTE FUNCTION refuse_programme_circle();
