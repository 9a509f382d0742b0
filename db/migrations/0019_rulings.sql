CREATE TABLE "marking_plans" (
	"contest_id" bigint PRIMARY KEY NOT NULL,
	"per_answer" integer DEFAULT 1 NOT NULL,
	"gap" integer DEFAULT 2000 NOT NULL,
	"seed" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "board_snapshots" DROP CONSTRAINT "board_snapshots_once";--> statement-breakpoint
ALTER TABLE "board_snapshots" ADD COLUMN "ruling_id" bigint;--> statement-breakpoint
ALTER TABLE "rulings" ADD COLUMN "takes_back" bigint;--> statement-breakpoint
ALTER TABLE "marking_plans" ADD CONSTRAINT "marking_plans_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rulings" ADD CONSTRAINT "rulings_takes_back_rulings_id_fk" FOREIGN KEY ("takes_back") REFERENCES "public"."rulings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_snapshots" ADD CONSTRAINT "board_snapshots_once" UNIQUE NULLS NOT DISTINCT("contest_id","moment","ruling_id");