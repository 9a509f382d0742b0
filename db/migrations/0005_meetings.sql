CREATE TABLE "book_ballots" (
	"vote_id" bigint NOT NULL,
	"nominee_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"voted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "book_ballots_vote_id_nominee_id_person_id_pk" PRIMARY KEY("vote_id","nominee_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "book_nominees" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "book_nominees_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"group_id" bigint NOT NULL,
	"title" text NOT NULL,
	"author" text DEFAULT '' NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"material_id" bigint,
	"nominated_by" bigint NOT NULL,
	"nominated_at" timestamp (3) with time zone NOT NULL,
	"chosen_in" bigint,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "book_votes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "book_votes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"group_id" bigint NOT NULL,
	"votes_each" integer DEFAULT 3 NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"created_by" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"counted_at" timestamp (3) with time zone,
	CONSTRAINT "book_votes_open_before_they_close" CHECK ("book_votes"."opens_at" < "book_votes"."closes_at"),
	CONSTRAINT "book_votes_each" CHECK ("book_votes"."votes_each" between 1 and 20)
);
--> statement-breakpoint
CREATE TABLE "group_plans" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "group_plans_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"group_id" bigint NOT NULL,
	"title" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"rule" jsonb NOT NULL,
	"kind" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"link" text DEFAULT '' NOT NULL,
	"created_by" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "group_plans_start_before_they_end" CHECK ("group_plans"."starts_on" <= "group_plans"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "plan_sections" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "plan_sections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"plan_id" bigint NOT NULL,
	"place" integer NOT NULL,
	"title" text NOT NULL,
	"material_id" bigint,
	"from_block" text DEFAULT '' NOT NULL,
	"to_block" text DEFAULT '' NOT NULL,
	"pages" text DEFAULT '' NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "rota_absences" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rota_absences_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"group_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rota_absences_in_order" CHECK ("rota_absences"."from_day" <= "rota_absences"."to_day")
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "agenda_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"place" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"minutes" integer NOT NULL,
	"person_id" bigint,
	"material_id" bigint,
	"from_block" text DEFAULT '' NOT NULL,
	"to_block" text DEFAULT '' NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendar_feeds_token_once" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "check_ins" (
	"meeting_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"mode" text NOT NULL,
	"how" text NOT NULL,
	"checked_in_at" timestamp (3) with time zone NOT NULL,
	"noted_by" bigint,
	"left_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "check_ins_meeting_id_person_id_pk" PRIMARY KEY("meeting_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "forum_judges" (
	"meeting_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "forum_judges_meeting_id_person_id_pk" PRIMARY KEY("meeting_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "forum_presenters" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "forum_presenters_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"person_id" bigint,
	"name" text NOT NULL,
	"topic" text DEFAULT '' NOT NULL,
	"lot" integer,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "forum_scores" (
	"presenter_id" bigint NOT NULL,
	"judge_id" bigint NOT NULL,
	"milli" integer NOT NULL,
	"scored_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "forum_scores_presenter_id_judge_id_pk" PRIMARY KEY("presenter_id","judge_id"),
	CONSTRAINT "forum_scores_not_negative" CHECK ("forum_scores"."milli" >= 0)
);
--> statement-breakpoint
CREATE TABLE "meeting_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meeting_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"change" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_decisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meeting_decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"body" text NOT NULL,
	"owner_id" bigint,
	"due_at" timestamp (3) with time zone,
	"task_id" bigint,
	"created_by" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "meeting_kinds" (
	"key" text PRIMARY KEY NOT NULL,
	"place" integer NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"agenda" jsonb NOT NULL,
	"required_fields" text[] DEFAULT '{}' NOT NULL,
	"attend" text NOT NULL,
	"minutes" integer NOT NULL,
	"takes_new_texts" boolean DEFAULT false NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "meeting_parties" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meeting_parties_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"group_id" bigint,
	"branch_id" bigint,
	CONSTRAINT "meeting_parties_one_of_both" CHECK (num_nonnulls("meeting_parties"."group_id", "meeting_parties"."branch_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "meeting_people" (
	"meeting_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"branch_id" bigint NOT NULL,
	"attend" text NOT NULL,
	"reply" text,
	"reply_reason" text DEFAULT '' NOT NULL,
	"replied_at" timestamp (3) with time zone,
	"excused_at" timestamp (3) with time zone,
	"excused_by" bigint,
	"excuse" text DEFAULT '' NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "meeting_people_meeting_id_person_id_pk" PRIMARY KEY("meeting_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_poll_keys" (
	"poll_id" bigint PRIMARY KEY NOT NULL,
	"right" integer[] NOT NULL,
	"explanation" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_polls" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meeting_polls_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"agenda_item_id" bigint,
	"kind" text NOT NULL,
	"question" text NOT NULL,
	"options" text[] NOT NULL,
	"is_multiple" boolean DEFAULT false NOT NULL,
	"is_anonymous" boolean DEFAULT false NOT NULL,
	"created_by" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "meeting_questions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meeting_questions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"body" text NOT NULL,
	"annotation_id" bigint,
	"presenter_id" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "meeting_secrets" (
	"meeting_id" bigint PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"code" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meetings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"group_id" bigint,
	"branch_id" bigint NOT NULL,
	"plan_id" bigint,
	"section_id" bigint,
	"number" integer,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"link" text DEFAULT '' NOT NULL,
	"intro" text DEFAULT '' NOT NULL,
	"lead_reader_id" bigint,
	"chair_id" bigint,
	"recorder_id" bigint,
	"open_to" text DEFAULT 'roster' NOT NULL,
	"announced_at" timestamp (3) with time zone,
	"is_short_notice" boolean DEFAULT false NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	"cancel_reason" text DEFAULT '' NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"forum" jsonb,
	"created_by" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "meetings_start_before_they_end" CHECK ("meetings"."starts_at" < "meetings"."ends_at"),
	CONSTRAINT "meetings_opened_before_closed" CHECK ("meetings"."opened_at" <= "meetings"."closed_at")
);
--> statement-breakpoint
CREATE TABLE "poll_answers" (
	"poll_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"choices" integer[] NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "poll_answers_poll_id_person_id_pk" PRIMARY KEY("poll_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "rota_swaps" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rota_swaps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"with_meeting_id" bigint NOT NULL,
	"asked_by" bigint NOT NULL,
	"asked_of" bigint NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"declined_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "rota_swaps_end_one_way" CHECK (num_nonnulls("rota_swaps"."accepted_at", "rota_swaps"."declined_at", "rota_swaps"."withdrawn_at") <= 1),
	CONSTRAINT "rota_swaps_two_meetings" CHECK ("rota_swaps"."meeting_id" <> "rota_swaps"."with_meeting_id")
);
--> statement-breakpoint
CREATE TABLE "speaking_queue" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "speaking_queue_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"called_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "speeches" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "speeches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"agenda_item_id" bigint,
	"key" uuid NOT NULL,
	"body" text NOT NULL,
	"noted_by" bigint NOT NULL,
	"spoken_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "takeaways" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "takeaways_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"body" text NOT NULL,
	"question_id" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "meeting_records" (
	"meeting_id" bigint PRIMARY KEY NOT NULL,
	"fields" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"saved_by" bigint,
	"snapshot" jsonb,
	"characters" integer,
	"locked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "record_addenda" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "record_addenda_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "record_edits" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "record_edits_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"revision" integer NOT NULL,
	"fields" jsonb NOT NULL,
	"person_id" bigint NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "record_signatures" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "record_signatures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"role" text NOT NULL,
	"revision" integer NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"voided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "yearbook_parts" (
	"yearbook_id" bigint NOT NULL,
	"place" integer NOT NULL,
	"meeting_id" bigint,
	"reflection_id" bigint,
	CONSTRAINT "yearbook_parts_yearbook_id_place_pk" PRIMARY KEY("yearbook_id","place")
);
--> statement-breakpoint
CREATE TABLE "yearbooks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "yearbooks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"group_id" bigint,
	"branch_id" bigint NOT NULL,
	"year" integer NOT NULL,
	"title" text NOT NULL,
	"preface" text DEFAULT '' NOT NULL,
	"created_by" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"job_id" bigint,
	"built_at" timestamp (3) with time zone,
	"characters" integer,
	"pages" integer
);
--> statement-breakpoint
ALTER TABLE "files" DROP CONSTRAINT "files_of_one_thing";--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "meeting_id" bigint;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "yearbook_id" bigint;--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "term_ends_on" date;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "intro" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "is_private" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "reflections" ADD COLUMN "meeting_id" bigint;--> statement-breakpoint
ALTER TABLE "book_ballots" ADD CONSTRAINT "book_ballots_vote_id_book_votes_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."book_votes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_ballots" ADD CONSTRAINT "book_ballots_nominee_id_book_nominees_id_fk" FOREIGN KEY ("nominee_id") REFERENCES "public"."book_nominees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_ballots" ADD CONSTRAINT "book_ballots_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_nominees" ADD CONSTRAINT "book_nominees_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_nominees" ADD CONSTRAINT "book_nominees_material_id_materials_id_fk" FOREIGN KEY ("material_id") REFERENCES "public"."materials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_nominees" ADD CONSTRAINT "book_nominees_nominated_by_people_id_fk" FOREIGN KEY ("nominated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_nominees" ADD CONSTRAINT "book_nominees_chosen_in_book_votes_id_fk" FOREIGN KEY ("chosen_in") REFERENCES "public"."book_votes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_votes" ADD CONSTRAINT "book_votes_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_votes" ADD CONSTRAINT "book_votes_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_plans" ADD CONSTRAINT "group_plans_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_plans" ADD CONSTRAINT "group_plans_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_sections" ADD CONSTRAINT "plan_sections_plan_id_group_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."group_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_sections" ADD CONSTRAINT "plan_sections_material_id_materials_id_fk" FOREIGN KEY ("material_id") REFERENCES "public"."materials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rota_absences" ADD CONSTRAINT "rota_absences_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rota_absences" ADD CONSTRAINT "rota_absences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_material_id_materials_id_fk" FOREIGN KEY ("material_id") REFERENCES "public"."materials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_judges" ADD CONSTRAINT "forum_judges_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_judges" ADD CONSTRAINT "forum_judges_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_presenters" ADD CONSTRAINT "forum_presenters_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_presenters" ADD CONSTRAINT "forum_presenters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_scores" ADD CONSTRAINT "forum_scores_presenter_id_forum_presenters_id_fk" FOREIGN KEY ("presenter_id") REFERENCES "public"."forum_presenters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_scores" ADD CONSTRAINT "forum_scores_judge_id_people_id_fk" FOREIGN KEY ("judge_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_changes" ADD CONSTRAINT "meeting_changes_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decisions" ADD CONSTRAINT "meeting_decisions_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decisions" ADD CONSTRAINT "meeting_decisions_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decisions" ADD CONSTRAINT "meeting_decisions_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decisions" ADD CONSTRAINT "meeting_decisions_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_parties" ADD CONSTRAINT "meeting_parties_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_parties" ADD CONSTRAINT "meeting_parties_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_parties" ADD CONSTRAINT "meeting_parties_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_people" ADD CONSTRAINT "meeting_people_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_people" ADD CONSTRAINT "meeting_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_people" ADD CONSTRAINT "meeting_people_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_people" ADD CONSTRAINT "meeting_people_excused_by_people_id_fk" FOREIGN KEY ("excused_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_poll_keys" ADD CONSTRAINT "meeting_poll_keys_poll_id_meeting_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."meeting_polls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_polls" ADD CONSTRAINT "meeting_polls_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_polls" ADD CONSTRAINT "meeting_polls_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_polls" ADD CONSTRAINT "meeting_polls_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_questions" ADD CONSTRAINT "meeting_questions_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_questions" ADD CONSTRAINT "meeting_questions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_questions" ADD CONSTRAINT "meeting_questions_annotation_id_annotations_id_fk" FOREIGN KEY ("annotation_id") REFERENCES "public"."annotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_secrets" ADD CONSTRAINT "meeting_secrets_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_kind_meeting_kinds_key_fk" FOREIGN KEY ("kind") REFERENCES "public"."meeting_kinds"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_plan_id_group_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."group_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_section_id_plan_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."plan_sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_lead_reader_id_people_id_fk" FOREIGN KEY ("lead_reader_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_chair_id_people_id_fk" FOREIGN KEY ("chair_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_recorder_id_people_id_fk" FOREIGN KEY ("recorder_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_answers" ADD CONSTRAINT "poll_answers_poll_id_meeting_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."meeting_polls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_answers" ADD CONSTRAINT "poll_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rota_swaps" ADD CONSTRAINT "rota_swaps_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rota_swaps" ADD CONSTRAINT "rota_swaps_with_meeting_id_meetings_id_fk" FOREIGN KEY ("with_meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rota_swaps" ADD CONSTRAINT "rota_swaps_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rota_swaps" ADD CONSTRAINT "rota_swaps_asked_of_people_id_fk" FOREIGN KEY ("asked_of") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaking_queue" ADD CONSTRAINT "speaking_queue_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaking_queue" ADD CONSTRAINT "speaking_queue_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speeches" ADD CONSTRAINT "speeches_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speeches" ADD CONSTRAINT "speeches_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speeches" ADD CONSTRAINT "speeches_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speeches" ADD CONSTRAINT "speeches_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takeaways" ADD CONSTRAINT "takeaways_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takeaways" ADD CONSTRAINT "takeaways_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takeaways" ADD CONSTRAINT "takeaways_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_records" ADD CONSTRAINT "meeting_records_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_records" ADD CONSTRAINT "meeting_records_saved_by_people_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_addenda" ADD CONSTRAINT "record_addenda_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_addenda" ADD CONSTRAINT "record_addenda_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_edits" ADD CONSTRAINT "record_edits_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_edits" ADD CONSTRAINT "record_edits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_signatures" ADD CONSTRAINT "record_signatures_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_signatures" ADD CONSTRAINT "record_signatures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "yearbook_parts" ADD CONSTRAINT "yearbook_parts_yearbook_id_yearbooks_id_fk" FOREIGN KEY ("yearbook_id") REFERENCES "public"."yearbooks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "yearbooks" ADD CONSTRAINT "yearbooks_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "yearbooks" ADD CONSTRAINT "yearbooks_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "yearbooks" ADD CONSTRAINT "yearbooks_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "book_nominees_once" ON "book_nominees" USING btree ("group_id",lower("title")) WHERE "book_nominees"."retired_at" is null;--> statement-breakpoint
CREATE INDEX "book_votes_by_group" ON "book_votes" USING btree ("group_id","opens_at");--> statement-breakpoint
CREATE INDEX "group_plans_by_group" ON "group_plans" USING btree ("group_id","starts_on");--> statement-breakpoint
CREATE INDEX "plan_sections_by_plan" ON "plan_sections" USING btree ("plan_id","place");--> statement-breakpoint
CREATE INDEX "rota_absences_by_group" ON "rota_absences" USING btree ("group_id","from_day");--> statement-breakpoint
CREATE INDEX "agenda_items_by_meeting" ON "agenda_items" USING btree ("meeting_id","place");--> statement-breakpoint
CREATE INDEX "check_ins_by_person" ON "check_ins" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "forum_presenters_lot_once" ON "forum_presenters" USING btree ("meeting_id","lot");--> statement-breakpoint
CREATE INDEX "meeting_decisions_by_meeting" ON "meeting_decisions" USING btree ("meeting_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_parties_group_once" ON "meeting_parties" USING btree ("meeting_id","group_id") WHERE "meeting_parties"."group_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_parties_branch_once" ON "meeting_parties" USING btree ("meeting_id","branch_id") WHERE "meeting_parties"."branch_id" is not null;--> statement-breakpoint
CREATE INDEX "meeting_people_by_person" ON "meeting_people" USING btree ("person_id","meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_polls_by_meeting" ON "meeting_polls" USING btree ("meeting_id","id");--> statement-breakpoint
CREATE INDEX "meeting_questions_by_meeting" ON "meeting_questions" USING btree ("meeting_id","id");--> statement-breakpoint
CREATE INDEX "meetings_by_group" ON "meetings" USING btree ("group_id","starts_at");--> statement-breakpoint
CREATE INDEX "meetings_by_branch" ON "meetings" USING btree ("branch_id","starts_at");--> statement-breakpoint
CREATE INDEX "meetings_by_start" ON "meetings" USING btree ("starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "meetings_once_a_section_day" ON "meetings" USING btree ("plan_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "rota_swaps_open_once" ON "rota_swaps" USING btree ("meeting_id") WHERE "rota_swaps"."accepted_at" is null and "rota_swaps"."declined_at" is null and "rota_swaps"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "speaking_queue_by_meeting" ON "speaking_queue" USING btree ("meeting_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "speaking_queue_once" ON "speaking_queue" USING btree ("meeting_id","person_id") WHERE "speaking_queue"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "speeches_key_once" ON "speeches" USING btree ("meeting_id","key");--> statement-breakpoint
CREATE INDEX "speeches_by_person" ON "speeches" USING btree ("person_id","meeting_id");--> statement-breakpoint
CREATE INDEX "takeaways_by_meeting" ON "takeaways" USING btree ("meeting_id","id");--> statement-breakpoint
CREATE INDEX "record_addenda_by_meeting" ON "record_addenda" USING btree ("meeting_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "record_edits_once" ON "record_edits" USING btree ("meeting_id","revision");--> statement-breakpoint
CREATE UNIQUE INDEX "record_signatures_once" ON "record_signatures" USING btree ("meeting_id","role") WHERE "record_signatures"."voided_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "yearbooks_once" ON "yearbooks" USING btree ("group_id","year") WHERE "yearbooks"."group_id" is not null;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_yearbook_id_yearbooks_id_fk" FOREIGN KEY ("yearbook_id") REFERENCES "public"."yearbooks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_by_meeting" ON "files" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "files_by_yearbook" ON "files" USING btree ("yearbook_id");--> statement-breakpoint
CREATE UNIQUE INDEX "group_members_one_leader" ON "group_members" USING btree ("group_id") WHERE "group_members"."role" = 'leader' and "group_members"."left_at" is null;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_of_one_thing" CHECK (num_nonnulls("files"."material_id", "files"."task_id", "files"."meeting_id", "files"."yearbook_id") = 1);