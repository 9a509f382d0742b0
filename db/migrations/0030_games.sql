CREATE TABLE "game_answer_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "game_answer_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"game_id" bigint NOT NULL,
	"question_no" integer NOT NULL,
	"player_id" bigint NOT NULL,
	"seq" integer NOT NULL,
	"response" jsonb,
	"received_at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "game_answers" (
	"game_id" bigint NOT NULL,
	"question_no" integer NOT NULL,
	"player_id" bigint NOT NULL,
	"version_id" bigint NOT NULL,
	"response" jsonb NOT NULL,
	"seq" integer NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"response_ms" integer NOT NULL,
	"milli" integer NOT NULL,
	"is_right" boolean NOT NULL,
	CONSTRAINT "game_answers_game_id_question_no_player_id_pk" PRIMARY KEY("game_id","question_no","player_id")
);
--> statement-breakpoint
CREATE TABLE "game_moves" (
	"game_id" bigint NOT NULL,
	"state_seq" integer NOT NULL,
	"act" text NOT NULL,
	"question_no" integer NOT NULL,
	"moved_by" bigint NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "game_moves_game_id_state_seq_pk" PRIMARY KEY("game_id","state_seq")
);
--> statement-breakpoint
CREATE TABLE "game_players" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "game_players_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"game_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"team" integer,
	"is_captain" boolean DEFAULT false NOT NULL,
	"time_percent" integer NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "game_players_once" UNIQUE("game_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "games" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "games_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"title" text NOT NULL,
	"branch_id" bigint NOT NULL,
	"rules" jsonb NOT NULL,
	"version_ids" bigint[] NOT NULL,
	"worths" integer[] NOT NULL,
	"teams" text[] DEFAULT '{}' NOT NULL,
	"stage" text DEFAULT 'lobby' NOT NULL,
	"question_no" integer DEFAULT 0 NOT NULL,
	"state_seq" integer DEFAULT 0 NOT NULL,
	"opens_at" timestamp (3) with time zone,
	"closes_at" timestamp (3) with time zone,
	"paused_at" timestamp (3) with time zone,
	"created_by" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"noted_questions" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "games_over_when_ended" CHECK (("games"."stage" = 'over') = ("games"."ended_at" is not null)),
	CONSTRAINT "games_open_before_they_close" CHECK ("games"."opens_at" <= "games"."closes_at"),
	CONSTRAINT "games_question_there" CHECK ("games"."question_no" >= 0 and "games"."question_no" < cardinality("games"."version_ids")),
	CONSTRAINT "games_worth_each" CHECK (cardinality("games"."worths") = cardinality("games"."version_ids"))
);
--> statement-breakpoint
ALTER TABLE "game_answer_events" ADD CONSTRAINT "game_answer_events_game_id_games_id_fk" FOREIGN KEY ("game_id") REFERENCES "public"."games"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_answer_events" ADD CONSTRAINT "game_answer_events_player_id_game_players_id_fk" FOREIGN KEY ("player_id") REFERENCES "public"."game_players"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_answers" ADD CONSTRAINT "game_answers_game_id_games_id_fk" FOREIGN KEY ("game_id") REFERENCES "public"."games"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_answers" ADD CONSTRAINT "game_answers_player_id_game_players_id_fk" FOREIGN KEY ("player_id") REFERENCES "public"."game_players"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_answers" ADD CONSTRAINT "game_answers_version_id_question_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."question_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_moves" ADD CONSTRAINT "game_moves_game_id_games_id_fk" FOREIGN KEY ("game_id") REFERENCES "public"."games"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_moves" ADD CONSTRAINT "game_moves_moved_by_people_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_players" ADD CONSTRAINT "game_players_game_id_games_id_fk" FOREIGN KEY ("game_id") REFERENCES "public"."games"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_players" ADD CONSTRAINT "game_players_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "games" ADD CONSTRAINT "games_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "games" ADD CONSTRAINT "games_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "game_answer_events_by_player" ON "game_answer_events" USING btree ("player_id");--> statement-breakpoint
CREATE INDEX "game_answers_by_player" ON "game_answers" USING btree ("player_id");--> statement-breakpoint
CREATE INDEX "game_moves_by_person" ON "game_moves" USING btree ("moved_by");--> statement-breakpoint
CREATE UNIQUE INDEX "game_players_one_captain" ON "game_players" USING btree ("game_id","team") WHERE "game_players"."is_captain" and "game_players"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "game_players_by_person" ON "game_players" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "games_to_note" ON "games" USING btree ("ended_at") WHERE "games"."ended_at" is not null and "games"."started_at" is not null and "games"."noted_questions" <= "games"."question_no";--> statement-breakpoint
CREATE UNIQUE INDEX "games_code_while_open" ON "games" USING btree ("code") WHERE "games"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "games_by_branch" ON "games" USING btree ("branch_id","id");