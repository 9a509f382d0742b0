ALTER TABLE "question_imports" ADD COLUMN "digest" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "question_keys" ADD COLUMN "source" text DEFAULT '' NOT NULL;