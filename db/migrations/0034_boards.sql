ALTER TABLE "board_snapshots" DROP CONSTRAINT "board_snapshots_once";--> statement-breakpoint
ALTER TABLE "board_snapshots" ADD COLUMN "sanction_id" bigint;--> statement-breakpoint
ALTER TABLE "hall_sides" ADD COLUMN "from_team_id" bigint;--> statement-breakpoint
ALTER TABLE "halls" ADD COLUMN "contest_id" bigint;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "race" jsonb;--> statement-breakpoint
ALTER TABLE "hall_sides" ADD CONSTRAINT "hall_sides_from_team_id_teams_id_fk" FOREIGN KEY ("from_team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "halls" ADD CONSTRAINT "halls_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "halls_by_contest" ON "halls" USING btree ("contest_id");--> statement-breakpoint
ALTER TABLE "board_snapshots" ADD CONSTRAINT "board_snapshots_once" UNIQUE NULLS NOT DISTINCT("contest_id","moment","ruling_id","sanction_id","revision");