CREATE TABLE "item_tries" (
	"attempt_id" bigint NOT NULL,
	"slot" integer NOT NULL,
	"number" integer NOT NULL,
	"response" jsonb,
	"received_at" timestamp (3) with time zone NOT NULL,
	"milli" integer NOT NULL,
	"is_right" boolean NOT NULL,
	"is_late" boolean DEFAULT false NOT NULL,
	CONSTRAINT "item_tries_attempt_id_slot_number_pk" PRIMARY KEY("attempt_id","slot","number")
);
--> statement-breakpoint
CREATE TABLE "game_ask_votes" (
	"ask_id" bigint NOT NULL,
	"player_id" bigint NOT NULL,
	"is_on" boolean NOT NULL,
	"voted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "game_ask_votes_ask_id_player_id_pk" PRIMARY KEY("ask_id","player_id")
);
--> statement-breakpoint
CREATE TABLE "game_asks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "game_asks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"prompt_id" bigint NOT NULL,
	"player_id" bigint NOT NULL,
	"body" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "game_asks_once" UNIQUE("prompt_id","player_id","body")
);
--> statement-breakpoint
CREATE TABLE "game_prompts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "game_prompts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"game_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"options" text[] DEFAULT '{}' NOT NULL,
	"opened_by" bigint NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "game_says" (
	"prompt_id" bigint NOT NULL,
	"player_id" bigint NOT NULL,
	"pick" integer,
	"words" text[],
	"said_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "game_says_prompt_id_player_id_pk" PRIMARY KEY("prompt_id","player_id"),
	CONSTRAINT "game_says_one_thing" CHECK (("game_says"."pick" is null) <> ("game_says"."words" is null))
);
--> statement-breakpoint
CREATE TABLE "game_waits" (
	"game_id" bigint NOT NULL,
	"process" text NOT NULL,
	"state_seq" integer NOT NULL,
	"waiting" integer NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "game_waits_game_id_process_pk" PRIMARY KEY("game_id","process")
);
--> statement-breakpoint
CREATE TABLE "game_words" (
	"prompt_id" bigint NOT NULL,
	"word" text NOT NULL,
	"state" text NOT NULL,
	"decided_by" bigint NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "game_words_prompt_id_word_pk" PRIMARY KEY("prompt_id","word")
);
--> statement-breakpoint
CREATE TABLE "rehearsals" (
	"attempt_id" bigint PRIMARY KEY NOT NULL,
	"contest_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"number" integer NOT NULL,
	CONSTRAINT "rehearsals_numbered" UNIQUE("contest_id","person_id","number")
);
--> statement-breakpoint
ALTER TABLE "board_snapshots" DROP CONSTRAINT "board_snapshots_once";--> statement-breakpoint
ALTER TABLE "game_moves" ALTER COLUMN "moved_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "shown_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "board_snapshots" ADD COLUMN "sanction_id" bigint;--> statement-breakpoint
ALTER TABLE "frozen_standings" ADD COLUMN "days" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "standings" ADD COLUMN "days" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "games" ADD COLUMN "resumes_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "games" ADD COLUMN "prompt_id" bigint;--> statement-breakpoint
ALTER TABLE "hall_sides" ADD COLUMN "from_team_id" bigint;--> statement-breakpoint
ALTER TABLE "halls" ADD COLUMN "contest_id" bigint;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "race" jsonb;--> statement-breakpoint
ALTER TABLE "item_tries" ADD CONSTRAINT "item_tries_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_ask_votes" ADD CONSTRAINT "game_ask_votes_ask_id_game_asks_id_fk" FOREIGN KEY ("ask_id") REFERENCES "public"."game_asks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_ask_votes" ADD CONSTRAINT "game_ask_votes_player_id_game_players_id_fk" FOREIGN KEY ("player_id") REFERENCES "public"."game_players"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_asks" ADD CONSTRAINT "game_asks_prompt_id_game_prompts_id_fk" FOREIGN KEY ("prompt_id") REFERENCES "public"."game_prompts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_asks" ADD CONSTRAINT "game_asks_player_id_game_players_id_fk" FOREIGN KEY ("player_id") REFERENCES "public"."game_players"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_asks" ADD CONSTRAINT "game_asks_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_prompts" ADD CONSTRAINT "game_prompts_game_id_games_id_fk" FOREIGN KEY ("game_id") REFERENCES "public"."games"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_prompts" ADD CONSTRAINT "game_prompts_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_says" ADD CONSTRAINT "game_says_prompt_id_game_prompts_id_fk" FOREIGN KEY ("prompt_id") REFERENCES "public"."game_prompts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_says" ADD CONSTRAINT "game_says_player_id_game_players_id_fk" FOREIGN KEY ("player_id") REFERENCES "public"."game_players"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_waits" ADD CONSTRAINT "game_waits_game_id_games_id_fk" FOREIGN KEY ("game_id") REFERENCES "public"."games"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_words" ADD CONSTRAINT "game_words_prompt_id_game_prompts_id_fk" FOREIGN KEY ("prompt_id") REFERENCES "public"."game_prompts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "game_words" ADD CONSTRAINT "game_words_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rehearsals" ADD CONSTRAINT "rehearsals_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rehearsals" ADD CONSTRAINT "rehearsals_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rehearsals" ADD CONSTRAINT "rehearsals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "game_ask_votes_by_player" ON "game_ask_votes" USING btree ("player_id");--> statement-breakpoint
CREATE INDEX "game_asks_by_player" ON "game_asks" USING btree ("player_id");--> statement-breakpoint
CREATE INDEX "game_prompts_by_game" ON "game_prompts" USING btree ("game_id","id");--> statement-breakpoint
CREATE INDEX "game_says_by_player" ON "game_says" USING btree ("player_id");--> statement-breakpoint
CREATE INDEX "game_words_by_person" ON "game_words" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "rehearsals_by_person" ON "rehearsals" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "games" ADD CONSTRAINT "games_prompt_id_game_prompts_id_fk" FOREIGN KEY ("prompt_id") REFERENCES "public"."game_prompts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_sides" ADD CONSTRAINT "hall_sides_from_team_id_teams_id_fk" FOREIGN KEY ("from_team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "halls" ADD CONSTRAINT "halls_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "halls_by_contest" ON "halls" USING btree ("contest_id");--> statement-breakpoint
ALTER TABLE "board_snapshots" ADD CONSTRAINT "board_snapshots_once" UNIQUE NULLS NOT DISTINCT("contest_id","moment","ruling_id","sanction_id","revision");