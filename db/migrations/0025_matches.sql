CREATE TABLE "match_answers" (
	"match_id" bigint NOT NULL,
	"slot" integer NOT NULL,
	"person_id" bigint NOT NULL,
	"version_id" bigint NOT NULL,
	"response" jsonb NOT NULL,
	"is_right" boolean NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "match_answers_match_id_slot_person_id_pk" PRIMARY KEY("match_id","slot","person_id")
);
--> statement-breakpoint
CREATE TABLE "match_players" (
	"match_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"seat" integer NOT NULL,
	"day" date NOT NULL,
	"counts" boolean NOT NULL,
	"left_at" timestamp (3) with time zone,
	"right_count" integer,
	"place" integer,
	CONSTRAINT "match_players_match_id_person_id_pk" PRIMARY KEY("match_id","person_id"),
	CONSTRAINT "match_players_seat" UNIQUE("match_id","seat")
);
--> statement-breakpoint
CREATE TABLE "match_waiters" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"size" integer NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matches" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "matches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"size" integer NOT NULL,
	"version_ids" bigint[] NOT NULL,
	"window_ms" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"rating" double precision NOT NULL,
	"standing" double precision NOT NULL,
	"games" integer NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "match_answers" ADD CONSTRAINT "match_answers_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_answers" ADD CONSTRAINT "match_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_answers" ADD CONSTRAINT "match_answers_version_id_question_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."question_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_players" ADD CONSTRAINT "match_players_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_players" ADD CONSTRAINT "match_players_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_waiters" ADD CONSTRAINT "match_waiters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "match_answers_by_person" ON "match_answers" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "match_players_one_at_a_time" ON "match_players" USING btree ("person_id") WHERE "match_players"."place" is null and "match_players"."left_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "match_players_one_counts" ON "match_players" USING btree ("person_id","day") WHERE "match_players"."counts";--> statement-breakpoint
CREATE INDEX "match_players_by_person" ON "match_players" USING btree ("person_id","match_id");--> statement-breakpoint
CREATE INDEX "matches_unsettled" ON "matches" USING btree ("started_at") WHERE "matches"."settled_at" is null;