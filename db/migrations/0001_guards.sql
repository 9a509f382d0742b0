-- Rules that no code path may break: held by the database itself.
ALTER TABLE "guesses" SET UNLOGGED;--> statement-breakpoint

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: rows here are never changed', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;--> statement-breakpoint

CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON "audit" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER audit_is_not_truncated BEFORE TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER answer_events_are_append_only BEFORE UPDATE OR DELETE ON "answer_events" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER question_versions_are_immutable BEFORE UPDATE OR DELETE ON "question_versions" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER question_keys_are_immutable BEFORE UPDATE OR DELETE ON "question_keys" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER material_versions_are_immutable BEFORE UPDATE OR DELETE ON "material_versions" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- I6: an attempt that ended never opens again; its paper never changes.
CREATE FUNCTION guard_attempt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'in_progress' AND NEW.state = 'in_progress' THEN
    RAISE EXCEPTION 'attempt % has ended and stays ended', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.version_ids <> OLD.version_ids OR NEW.seed <> OLD.seed OR NEW.worths <> OLD.worths OR NEW.started_at <> OLD.started_at THEN
    RAISE EXCEPTION 'the paper of attempt % is fixed', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER attempts_have_no_way_back BEFORE UPDATE ON "attempts" FOR EACH ROW EXECUTE FUNCTION guard_attempt();--> statement-breakpoint

-- The path of a branch follows its parent; a cycle is refused. Moving a branch moves its subtree.
CREATE FUNCTION keep_branch_path() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE parent_path text := '/';
BEGIN
  IF NEW.parent_id IS NOT NULL THEN
    SELECT path INTO parent_path FROM branches WHERE id = NEW.parent_id FOR SHARE;
    IF position('/' || NEW.id || '/' IN parent_path) > 0 THEN
      RAISE EXCEPTION 'branch % cannot stand below itself', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'branches_no_cycle';
    END IF;
  END IF;
  NEW.path := parent_path || NEW.id || '/';
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER branches_keep_path BEFORE INSERT OR UPDATE OF parent_id ON "branches" FOR EACH ROW EXECUTE FUNCTION keep_branch_path();--> statement-breakpoint
CREATE FUNCTION move_subtree() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE branches SET path = NEW.path || substr(path, length(OLD.path) + 1) WHERE path LIKE OLD.path || '_%' AND id <> NEW.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER branches_move_subtree AFTER UPDATE OF parent_id ON "branches" FOR EACH ROW WHEN (OLD.path <> NEW.path) EXECUTE FUNCTION move_subtree();
