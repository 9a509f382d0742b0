CREATE TABLE "award_grants" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_grants_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"contest_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	"granted_by" bigint,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "award_grants_numbered" UNIQUE("contest_id","number"),
	CONSTRAINT "award_grants_revised_for_a_reason" CHECK ("award_grants"."number" = 1 or "award_grants"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "awards" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "awards_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"grant_id" bigint NOT NULL,
	"award" text NOT NULL,
	"team_id" bigint,
	"person_id" bigint,
	"branch_id" bigint,
	"name" text NOT NULL,
	"branch_name" text NOT NULL,
	"division" text,
	"rank" integer NOT NULL,
	"score_milli" bigint,
	"participants" integer,
	"eligible" integer,
	CONSTRAINT "awards_of_one" CHECK (num_nonnulls("awards"."team_id", "awards"."person_id", "awards"."branch_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "promotion_rows" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "promotion_rows_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"promotion_id" bigint NOT NULL,
	"place" integer NOT NULL,
	"team_id" bigint,
	"person_id" bigint,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"branch_name" text NOT NULL,
	"division" text,
	"rank" integer NOT NULL,
	"score_milli" bigint NOT NULL,
	"why" text[] NOT NULL,
	CONSTRAINT "promotion_rows_placed" UNIQUE("promotion_id","place"),
	CONSTRAINT "promotion_rows_of_one" CHECK (("promotion_rows"."team_id" is null) <> ("promotion_rows"."person_id" is null))
);
--> statement-breakpoint
CREATE TABLE "promotions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "promotions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"contest_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" bigint,
	"without" bigint[] DEFAULT '{}' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "promotions_numbered" UNIQUE("contest_id","number"),
	CONSTRAINT "promotions_revised_for_a_reason" CHECK ("promotions"."number" = 1 or "promotions"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "team_members" (
	"contest_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"team_id" bigint NOT NULL,
	"role" text NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "team_members_contest_id_person_id_pk" PRIMARY KEY("contest_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "team_standings" (
	"team_id" bigint PRIMARY KEY NOT NULL,
	"contest_id" bigint NOT NULL,
	"score_milli" bigint NOT NULL,
	"right_count" integer NOT NULL,
	"total_ms" bigint NOT NULL,
	"last_scoring_ms" bigint NOT NULL,
	"rank_key" text NOT NULL,
	"members" integer NOT NULL,
	"played" integer NOT NULL,
	"counted" integer NOT NULL,
	"counts" boolean DEFAULT true NOT NULL,
	"counted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "teams_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"contest_id" bigint NOT NULL,
	"name" text NOT NULL,
	"branch_id" bigint,
	"division" text,
	"code" text NOT NULL,
	"fixed_at" timestamp (3) with time zone,
	"from_team_id" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" bigint,
	CONSTRAINT "teams_code_once" UNIQUE("code"),
	CONSTRAINT "teams_name_once" UNIQUE("contest_id","name")
);
--> statement-breakpoint
ALTER TABLE "certificates" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "certificates" ALTER COLUMN "programme_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "award_id" bigint;--> statement-breakpoint
ALTER TABLE "contests" ADD COLUMN "follows_id" bigint;--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "team_id" bigint;--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "division" text;--> statement-breakpoint
ALTER TABLE "award_grants" ADD CONSTRAINT "award_grants_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_grants" ADD CONSTRAINT "award_grants_granted_by_people_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_grant_id_award_grants_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."award_grants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_rows" ADD CONSTRAINT "promotion_rows_promotion_id_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_rows" ADD CONSTRAINT "promotion_rows_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_rows" ADD CONSTRAINT "promotion_rows_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_standings" ADD CONSTRAINT "team_standings_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_standings" ADD CONSTRAINT "team_standings_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_from_team_id_teams_id_fk" FOREIGN KEY ("from_team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "awards_by_grant" ON "awards" USING btree ("grant_id","id");--> statement-breakpoint
CREATE INDEX "team_members_by_team" ON "team_members" USING btree ("team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "team_members_one_captain" ON "team_members" USING btree ("team_id") WHERE "team_members"."role" = 'captain';--> statement-breakpoint
CREATE INDEX "team_standings_by_rank" ON "team_standings" USING btree ("contest_id","rank_key" DESC NULLS LAST,"team_id");--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_award_id_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_follows_id_contests_id_fk" FOREIGN KEY ("follows_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_one_valid_of_award" ON "certificates" USING btree ("award_id",coalesce("person_id", 0)) WHERE "certificates"."revoked_at" is null and "certificates"."superseded_by_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "contests_one_next_stage" ON "contests" USING btree ("follows_id") WHERE "contests"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "entries_by_team" ON "entries" USING btree ("team_id") WHERE "entries"."team_id" is not null;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_for_one_thing" CHECK (("certificates"."programme_id" is null) <> ("certificates"."award_id" is null));--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_of_somebody" CHECK ("certificates"."person_id" is not null or "certificates"."award_id" is not null);