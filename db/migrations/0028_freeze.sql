CREATE TABLE "frozen_standings" (
	"entry_id" bigint PRIMARY KEY NOT NULL,
	"contest_id" bigint NOT NULL,
	"score_milli" integer NOT NULL,
	"right_count" integer NOT NULL,
	"total_ms" integer NOT NULL,
	"last_scoring_ms" bigint NOT NULL,
	"rank_key" text NOT NULL,
	"attempts_ended" integer NOT NULL,
	"counts" boolean DEFAULT true NOT NULL,
	"counted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reveals" (
	"contest_id" bigint NOT NULL,
	"board" text NOT NULL,
	"script" jsonb NOT NULL,
	"step" integer DEFAULT 0 NOT NULL,
	"seq" integer DEFAULT 1 NOT NULL,
	"started_by" bigint,
	"started_at" timestamp (3) with time zone NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reveals_contest_id_board_pk" PRIMARY KEY("contest_id","board"),
	CONSTRAINT "reveals_step_whole" CHECK ("reveals"."step" >= 0)
);
--> statement-breakpoint
ALTER TABLE "board_snapshots" DROP CONSTRAINT "board_snapshots_once";--> statement-breakpoint
ALTER TABLE "board_snapshots" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "board_snapshots" ADD COLUMN "inputs" jsonb;--> statement-breakpoint
ALTER TABLE "contests" ADD COLUMN "freeze_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "contests" ADD COLUMN "frozen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "contests" ADD COLUMN "released_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "frozen_standings" ADD CONSTRAINT "frozen_standings_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frozen_standings" ADD CONSTRAINT "frozen_standings_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "frozen_standings_by_rank" ON "frozen_standings" USING btree ("contest_id","rank_key" DESC NULLS LAST,"entry_id");--> statement-breakpoint
CREATE INDEX "live_changes_frozen" ON "live_changes" USING btree ("contest_id","id") WHERE "live_changes"."change" = 'frozen';--> statement-breakpoint
ALTER TABLE "board_snapshots" ADD CONSTRAINT "board_snapshots_once" UNIQUE NULLS NOT DISTINCT("contest_id","moment","ruling_id","revision");--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_freeze_inside" CHECK ("contests"."freeze_at" is null or ("contests"."opens_at" < "contests"."freeze_at" and "contests"."freeze_at" < "contests"."closes_at"));--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_released_after_freeze" CHECK ("contests"."released_at" is null or ("contests"."frozen_at" is not null and "contests"."released_at" > "contests"."freeze_at"));--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_no_results_while_frozen" CHECK ("contests"."results_at" is null or "contests"."freeze_at" is null or "contests"."released_at" is not null);