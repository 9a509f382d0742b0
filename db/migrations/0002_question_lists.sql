ALTER TABLE "questions" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "category" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "difficulty" integer;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "tags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "stem_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "questions_by_category" ON "questions" USING btree ("category" text_pattern_ops,"id");--> statement-breakpoint
CREATE INDEX "questions_by_tag" ON "questions" USING gin ("tags");--> statement-breakpoint

-- A list of 100,000 questions is filtered without reading their wordings (performance.md, P15).
CREATE FUNCTION mirror_latest_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE latest question_versions%ROWTYPE;
BEGIN
  SELECT * INTO latest FROM question_versions WHERE id = NEW.latest_version_id;
  -- A restore fills this table before the versions; it brings the copy along.
  IF FOUND THEN
    NEW.kind := latest.kind; NEW.category := latest.category; NEW.difficulty := latest.difficulty;
    NEW.tags := latest.tags; NEW.stem_key := latest.stem_key;
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER questions_mirror_latest BEFORE INSERT OR UPDATE OF latest_version_id ON "questions" FOR EACH ROW WHEN (NEW.latest_version_id IS NOT NULL) EXECUTE FUNCTION mirror_latest_version();--> statement-breakpoint
UPDATE "questions" SET latest_version_id = latest_version_id WHERE latest_version_id IS NOT NULL;
