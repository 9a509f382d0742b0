ALTER TABLE "question_reports" DROP CONSTRAINT "question_reports_once";--> statement-breakpoint
ALTER TABLE "question_reports" ADD COLUMN "ruling_id" bigint;--> statement-breakpoint
ALTER TABLE "question_reports" ADD CONSTRAINT "question_reports_ruling_id_rulings_id_fk" FOREIGN KEY ("ruling_id") REFERENCES "public"."rulings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "question_reports_one_open" ON "question_reports" USING btree ("person_id","version_id") WHERE "question_reports"."state" = 'open';