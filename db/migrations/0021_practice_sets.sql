ALTER TABLE "practices" ADD COLUMN "pass_percent" integer;--> statement-breakpoint
ALTER TABLE "question_sets" ADD COLUMN "opens_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "question_sets" ADD COLUMN "closes_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "questions_counted" ON "questions" USING btree ("difficulty","kind","state","is_private","branch_id","created_by");--> statement-breakpoint
ALTER TABLE "question_sets" ADD CONSTRAINT "question_sets_window" CHECK ("question_sets"."opens_at" < "question_sets"."closes_at");