ALTER TABLE "review_cards" ALTER COLUMN "wrong_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "mistakes_noted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "practice_answers" ADD COLUMN "changed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "worths" integer[];--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "drafts" jsonb;--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "shown_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "question_sets" ADD COLUMN "blueprint" jsonb;--> statement-breakpoint
ALTER TABLE "question_sets" ADD COLUMN "limit_ms" integer;--> statement-breakpoint
ALTER TABLE "question_sets" ADD COLUMN "pass_percent" integer;--> statement-breakpoint
CREATE INDEX "attempts_to_note" ON "attempts" USING btree ("entry_id") WHERE "attempts"."mistakes_noted_at" is null;--> statement-breakpoint
-- Cards of before FSRS keep what they know: days right in a row, and are due from the review day after their last answer (04:00 in China).
UPDATE "review_cards" SET "good_in_row" = "right_since",
  "due_at" = (date_trunc('day', greatest("wrong_at", "right_at") at time zone 'UTC' + interval '4 hours') + interval '20 hours') at time zone 'UTC',
  "removed_by" = case when "removed_at" is not null then 'known' end;--> statement-breakpoint
ALTER TABLE "review_cards" DROP COLUMN "right_since";