CREATE TABLE "contest_invited" (
	"contest_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"because" text NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contest_invited_contest_id_person_id_pk" PRIMARY KEY("contest_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "papers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "papers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"branch_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"sections" jsonb NOT NULL,
	"created_by" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "point_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "point_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"rule" text NOT NULL,
	"source" text NOT NULL,
	"day" date NOT NULL,
	"earned" integer NOT NULL,
	"granted" integer NOT NULL,
	"policy_id" bigint NOT NULL,
	"why" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "point_entries_once" UNIQUE("person_id","rule","source")
);
--> statement-breakpoint
CREATE TABLE "point_policies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "point_policies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"policy" jsonb NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"saved_by" bigint,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "favourites" (
	"person_id" bigint NOT NULL,
	"question_id" bigint NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "favourites_person_id_question_id_pk" PRIMARY KEY("person_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "practice_answers" (
	"practice_id" bigint NOT NULL,
	"slot" integer NOT NULL,
	"version_id" bigint NOT NULL,
	"response" jsonb,
	"mark" integer NOT NULL,
	"is_right" boolean NOT NULL,
	"took_ms" integer NOT NULL,
	"used_hint" boolean DEFAULT false NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "practice_answers_practice_id_slot_pk" PRIMARY KEY("practice_id","slot")
);
--> statement-breakpoint
CREATE TABLE "practices" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "practices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"mode" text NOT NULL,
	"day" date NOT NULL,
	"set_id" bigint,
	"category" text DEFAULT '' NOT NULL,
	"seed" text NOT NULL,
	"version_ids" bigint[] NOT NULL,
	"lives" integer,
	"due_at" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"right_count" integer DEFAULT 0 NOT NULL,
	"answered" integer DEFAULT 0 NOT NULL,
	"dedupe" text,
	CONSTRAINT "practices_once" UNIQUE("person_id","dedupe")
);
--> statement-breakpoint
CREATE TABLE "question_sets" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "question_sets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"intro" text DEFAULT '' NOT NULL,
	"branch_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"question_ids" bigint[] NOT NULL,
	"week" date,
	"created_by" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"archived_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "question_import_rows" (
	"import_id" bigint NOT NULL,
	"place" integer NOT NULL,
	"line" integer NOT NULL,
	"raw" jsonb NOT NULL,
	"draft" jsonb,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"twin_id" bigint,
	"likeness" integer,
	"choice" text DEFAULT 'import' NOT NULL,
	"question_id" bigint,
	CONSTRAINT "question_import_rows_import_id_place_pk" PRIMARY KEY("import_id","place")
);
--> statement-breakpoint
CREATE TABLE "question_imports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "question_imports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"file_name" text NOT NULL,
	"format" text NOT NULL,
	"state" text NOT NULL,
	"branch_id" bigint,
	"is_private" boolean DEFAULT false NOT NULL,
	"category" text DEFAULT '' NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"result" jsonb,
	"created_by" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "review_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"question_id" bigint NOT NULL,
	"version_id" bigint NOT NULL,
	"cause" text NOT NULL,
	"rating" integer NOT NULL,
	"stability" double precision NOT NULL,
	"difficulty" double precision NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"reviewed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_settings" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"daily_cap" integer DEFAULT 20 NOT NULL,
	"exam_on" date,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hand_marks" (
	"attempt_id" bigint NOT NULL,
	"slot" integer NOT NULL,
	"marker_id" bigint NOT NULL,
	"mark" integer NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"is_final" boolean DEFAULT false NOT NULL,
	"marked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "hand_marks_attempt_id_slot_marker_id_pk" PRIMARY KEY("attempt_id","slot","marker_id")
);
--> statement-breakpoint
CREATE TABLE "mark_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mark_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"attempt_id" bigint NOT NULL,
	"slot" integer NOT NULL,
	"cause" text NOT NULL,
	"ruling_id" bigint,
	"milli_before" integer NOT NULL,
	"milli_after" integer NOT NULL,
	"right_before" boolean NOT NULL,
	"right_after" boolean NOT NULL,
	"worth_after" integer,
	"reason" text DEFAULT '' NOT NULL,
	"written_by" bigint,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mark_entries_once" UNIQUE("ruling_id","attempt_id","slot")
);
--> statement-breakpoint
CREATE TABLE "markers" (
	"contest_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"named_at" timestamp (3) with time zone NOT NULL,
	"named_by" bigint,
	CONSTRAINT "markers_contest_id_person_id_pk" PRIMARY KEY("contest_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "question_reports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "question_reports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"version_id" bigint NOT NULL,
	"contest_id" bigint,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"reply" text,
	"replied_by" bigint,
	"replied_at" timestamp (3) with time zone,
	"reported_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "question_reports_once" UNIQUE NULLS NOT DISTINCT("person_id","version_id","contest_id")
);
--> statement-breakpoint
CREATE TABLE "rulings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rulings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"contest_id" bigint NOT NULL,
	"version_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"change" jsonb,
	"reason" text NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"proposed_by" bigint NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp (3) with time zone,
	"decision_note" text DEFAULT '' NOT NULL,
	"effect" jsonb,
	"applied_by" bigint,
	"applied_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "contest_statistics" (
	"contest_id" bigint NOT NULL,
	"attempts" integer NOT NULL,
	"mean_percent" double precision,
	"deviation_percent" double precision,
	"consistency" double precision,
	"error_ratio" double precision,
	"standard_error" double precision,
	"is_same_paper" boolean NOT NULL,
	"computed_at" timestamp (3) with time zone NOT NULL,
	"histogram" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"verdict" text DEFAULT '' NOT NULL,
	CONSTRAINT "contest_statistics_contest_id_pk" PRIMARY KEY("contest_id")
);
--> statement-breakpoint
CREATE TABLE "item_statistics" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "item_statistics_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"version_id" bigint NOT NULL,
	"contest_id" bigint,
	"attempts" integer NOT NULL,
	"facility" double precision,
	"deviation" double precision,
	"discrimination" double precision,
	"efficiency" double precision,
	"effective_weight" double precision,
	"guess" double precision,
	"answers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"median_ms" integer,
	"computed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "item_statistics_once" UNIQUE NULLS NOT DISTINCT("version_id","contest_id")
);
--> statement-breakpoint
ALTER TABLE "files" DROP CONSTRAINT "files_of_one_thing";--> statement-breakpoint
ALTER TABLE "contests" ADD COLUMN "appeal_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "contests" ADD COLUMN "paper_id" bigint;--> statement-breakpoint
ALTER TABLE "contests" ADD COLUMN "paper_kind" text DEFAULT 'per_person' NOT NULL;--> statement-breakpoint
ALTER TABLE "contests" ADD COLUMN "sections" jsonb;--> statement-breakpoint
ALTER TABLE "contests" ADD COLUMN "entry" text DEFAULT 'audience' NOT NULL;--> statement-breakpoint
ALTER TABLE "contests" ADD COLUMN "makes_up_for" bigint;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "question_id" bigint;--> statement-breakpoint
ALTER TABLE "question_versions" ADD COLUMN "title" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "is_private" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "review_cards" ADD COLUMN "removed_by" text;--> statement-breakpoint
ALTER TABLE "review_cards" ADD COLUMN "stability" double precision;--> statement-breakpoint
ALTER TABLE "review_cards" ADD COLUMN "difficulty" double precision;--> statement-breakpoint
ALTER TABLE "review_cards" ADD COLUMN "due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "review_cards" ADD COLUMN "reviewed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "review_cards" ADD COLUMN "reviews" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "review_cards" ADD COLUMN "lapses" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "review_cards" ADD COLUMN "good_in_row" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "review_cards" ADD COLUMN "version_id" bigint;--> statement-breakpoint
ALTER TABLE "contest_invited" ADD CONSTRAINT "contest_invited_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_invited" ADD CONSTRAINT "contest_invited_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_entries" ADD CONSTRAINT "point_entries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_entries" ADD CONSTRAINT "point_entries_policy_id_point_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."point_policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_policies" ADD CONSTRAINT "point_policies_saved_by_people_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_answers" ADD CONSTRAINT "practice_answers_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_answers" ADD CONSTRAINT "practice_answers_version_id_question_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."question_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_set_id_question_sets_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."question_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_sets" ADD CONSTRAINT "question_sets_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_sets" ADD CONSTRAINT "question_sets_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_import_rows" ADD CONSTRAINT "question_import_rows_import_id_question_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."question_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_import_rows" ADD CONSTRAINT "question_import_rows_twin_id_questions_id_fk" FOREIGN KEY ("twin_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_import_rows" ADD CONSTRAINT "question_import_rows_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_imports" ADD CONSTRAINT "question_imports_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_imports" ADD CONSTRAINT "question_imports_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_log" ADD CONSTRAINT "review_log_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_log" ADD CONSTRAINT "review_log_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_log" ADD CONSTRAINT "review_log_version_id_question_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."question_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_settings" ADD CONSTRAINT "review_settings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_marks" ADD CONSTRAINT "hand_marks_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_marks" ADD CONSTRAINT "hand_marks_marker_id_people_id_fk" FOREIGN KEY ("marker_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark_entries" ADD CONSTRAINT "mark_entries_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark_entries" ADD CONSTRAINT "mark_entries_ruling_id_rulings_id_fk" FOREIGN KEY ("ruling_id") REFERENCES "public"."rulings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark_entries" ADD CONSTRAINT "mark_entries_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "markers" ADD CONSTRAINT "markers_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "markers" ADD CONSTRAINT "markers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "markers" ADD CONSTRAINT "markers_named_by_people_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_reports" ADD CONSTRAINT "question_reports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_reports" ADD CONSTRAINT "question_reports_version_id_question_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."question_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_reports" ADD CONSTRAINT "question_reports_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_reports" ADD CONSTRAINT "question_reports_replied_by_people_id_fk" FOREIGN KEY ("replied_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rulings" ADD CONSTRAINT "rulings_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rulings" ADD CONSTRAINT "rulings_version_id_question_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."question_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rulings" ADD CONSTRAINT "rulings_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rulings" ADD CONSTRAINT "rulings_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rulings" ADD CONSTRAINT "rulings_applied_by_people_id_fk" FOREIGN KEY ("applied_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_statistics" ADD CONSTRAINT "contest_statistics_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_statistics" ADD CONSTRAINT "item_statistics_version_id_question_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."question_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_statistics" ADD CONSTRAINT "item_statistics_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contest_invited_by_person" ON "contest_invited" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "papers_by_branch" ON "papers" USING btree ("branch_id","id");--> statement-breakpoint
CREATE INDEX "point_entries_by_day" ON "point_entries" USING btree ("person_id","day");--> statement-breakpoint
CREATE INDEX "practice_answers_by_version" ON "practice_answers" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "practices_by_person" ON "practices" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "question_sets_by_branch" ON "question_sets" USING btree ("branch_id","id");--> statement-breakpoint
CREATE INDEX "question_imports_by_person" ON "question_imports" USING btree ("created_by","id");--> statement-breakpoint
CREATE INDEX "review_log_by_card" ON "review_log" USING btree ("person_id","question_id","id");--> statement-breakpoint
CREATE INDEX "mark_entries_by_attempt" ON "mark_entries" USING btree ("attempt_id","slot","id");--> statement-breakpoint
CREATE INDEX "question_reports_open" ON "question_reports" USING btree ("reported_at") WHERE "question_reports"."state" = 'open';--> statement-breakpoint
CREATE INDEX "question_reports_by_version" ON "question_reports" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "rulings_by_contest" ON "rulings" USING btree ("contest_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "rulings_one_open" ON "rulings" USING btree ("contest_id","version_id") WHERE "rulings"."state" in ('proposed', 'approved');--> statement-breakpoint
CREATE INDEX "item_statistics_by_contest" ON "item_statistics" USING btree ("contest_id");--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_makes_up_for_contests_id_fk" FOREIGN KEY ("makes_up_for") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_cards" ADD CONSTRAINT "review_cards_version_id_question_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."question_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_by_question" ON "files" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "review_cards_due" ON "review_cards" USING btree ("person_id","due_at");--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_of_one_thing" CHECK (num_nonnulls("files"."material_id", "files"."task_id", "files"."meeting_id", "files"."yearbook_id", "files"."question_id") = 1);