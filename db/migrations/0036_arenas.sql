CREATE TABLE "arena_strikes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "arena_strikes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"arena_id" bigint NOT NULL,
	"match_id" bigint,
	"person_id" bigint,
	"reason" text NOT NULL,
	"struck_by" bigint NOT NULL,
	"struck_at" timestamp (3) with time zone NOT NULL,
	"lifted_by" bigint,
	"lifted_at" timestamp (3) with time zone,
	"lift_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "arena_strikes_of_one_thing" CHECK (("arena_strikes"."match_id" is null) <> ("arena_strikes"."person_id" is null))
);
--> statement-breakpoint
CREATE TABLE "arena_boards" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "arena_boards_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"arena_id" bigint NOT NULL,
	"rows" jsonb NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "arenas" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "arenas_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"intro" text DEFAULT '' NOT NULL,
	"branch_id" bigint NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"per_opponent" integer NOT NULL,
	"view" text NOT NULL,
	"created_by" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_by" bigint,
	"end_reason" text DEFAULT '' NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	CONSTRAINT "arenas_open_before_they_close" CHECK ("arenas"."opens_at" < "arenas"."closes_at"),
	CONSTRAINT "arenas_some_duels_count" CHECK ("arenas"."per_opponent" > 0)
);
--> statement-breakpoint
ALTER TABLE "match_players" ADD COLUMN "rating" double precision;--> statement-breakpoint
ALTER TABLE "matches" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "matches" ADD COLUMN "arena_id" bigint;--> statement-breakpoint
ALTER TABLE "arena_strikes" ADD CONSTRAINT "arena_strikes_arena_id_arenas_id_fk" FOREIGN KEY ("arena_id") REFERENCES "public"."arenas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arena_strikes" ADD CONSTRAINT "arena_strikes_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arena_strikes" ADD CONSTRAINT "arena_strikes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arena_strikes" ADD CONSTRAINT "arena_strikes_struck_by_people_id_fk" FOREIGN KEY ("struck_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arena_strikes" ADD CONSTRAINT "arena_strikes_lifted_by_people_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arena_boards" ADD CONSTRAINT "arena_boards_arena_id_arenas_id_fk" FOREIGN KEY ("arena_id") REFERENCES "public"."arenas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arenas" ADD CONSTRAINT "arenas_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arenas" ADD CONSTRAINT "arenas_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arenas" ADD CONSTRAINT "arenas_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "arena_strikes_by_arena" ON "arena_strikes" USING btree ("arena_id");--> statement-breakpoint
CREATE UNIQUE INDEX "arena_strikes_of_a_match" ON "arena_strikes" USING btree ("arena_id","match_id") WHERE "arena_strikes"."lifted_at" is null and "arena_strikes"."match_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "arena_strikes_of_a_person" ON "arena_strikes" USING btree ("arena_id","person_id") WHERE "arena_strikes"."lifted_at" is null and "arena_strikes"."person_id" is not null;--> statement-breakpoint
CREATE INDEX "arena_boards_by_arena" ON "arena_boards" USING btree ("arena_id","id");--> statement-breakpoint
CREATE INDEX "arenas_by_branch" ON "arenas" USING btree ("branch_id","opens_at");--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_arena_id_arenas_id_fk" FOREIGN KEY ("arena_id") REFERENCES "public"."arenas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "matches_by_arena" ON "matches" USING btree ("arena_id") WHERE "matches"."arena_id" is not null;