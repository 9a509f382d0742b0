CREATE TABLE "study_years" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "study_years_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"year" integer NOT NULL,
	"policy_id" bigint NOT NULL,
	"published_by" bigint,
	"published_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "point_entries" ADD COLUMN "cap_group" text;--> statement-breakpoint
ALTER TABLE "point_entries" ADD COLUMN "corrects_id" bigint;--> statement-breakpoint
ALTER TABLE "point_entries" ADD COLUMN "entered_by" bigint;--> statement-breakpoint
ALTER TABLE "study_years" ADD CONSTRAINT "study_years_policy_id_point_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."point_policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_years" ADD CONSTRAINT "study_years_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "study_years_by_year" ON "study_years" USING btree ("year","id");--> statement-breakpoint
ALTER TABLE "point_entries" ADD CONSTRAINT "point_entries_corrects_id_point_entries_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."point_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_entries" ADD CONSTRAINT "point_entries_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "point_entries_by_source" ON "point_entries" USING btree ("source");--> statement-breakpoint
CREATE INDEX "point_entries_by_corrected" ON "point_entries" USING btree ("corrects_id");--> statement-breakpoint
ALTER TABLE "point_entries" ADD CONSTRAINT "point_entries_correct_downwards" CHECK ("point_entries"."rule" not in ('correction', 'taken-back') or "point_entries"."granted" <= 0);--> statement-breakpoint
ALTER TABLE "point_entries" ADD CONSTRAINT "point_entries_never_above_earned" CHECK ("point_entries"."granted" < 0 or "point_entries"."granted" <= "point_entries"."earned");