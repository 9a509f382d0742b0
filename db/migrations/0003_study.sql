CREATE TABLE "annotation_anchors" (
	"annotation_id" bigint NOT NULL,
	"version_id" bigint NOT NULL,
	"state" text NOT NULL,
	"how" text NOT NULL,
	"block" text DEFAULT '' NOT NULL,
	"block_start" integer DEFAULT 0 NOT NULL,
	"block_end" integer DEFAULT 0 NOT NULL,
	"text_start" integer DEFAULT 0 NOT NULL,
	"text_end" integer DEFAULT 0 NOT NULL,
	"score" integer NOT NULL,
	"anchored_at" timestamp (3) with time zone NOT NULL,
	"anchored_by" bigint,
	CONSTRAINT "annotation_anchors_annotation_id_version_id_pk" PRIMARY KEY("annotation_id","version_id")
);
--> statement-breakpoint
CREATE TABLE "annotation_replies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "annotation_replies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"annotation_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "annotation_votes" (
	"annotation_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"voted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "annotation_votes_annotation_id_person_id_pk" PRIMARY KEY("annotation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "annotations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "annotations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"material_id" bigint NOT NULL,
	"version_id" bigint NOT NULL,
	"lang" text DEFAULT 'zh-CN' NOT NULL,
	"kind" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"visibility" text NOT NULL,
	"group_id" bigint,
	"branch_id" bigint NOT NULL,
	"block" text NOT NULL,
	"block_start" integer NOT NULL,
	"block_end" integer NOT NULL,
	"text_start" integer NOT NULL,
	"text_end" integer NOT NULL,
	"exact" text NOT NULL,
	"prefix" text NOT NULL,
	"suffix" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "annotations_group_when_shared_with_it" CHECK (("annotations"."visibility" = 'group') = ("annotations"."group_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "certificate_serials" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "certificates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"serial" text NOT NULL,
	"person_id" bigint NOT NULL,
	"programme_id" bigint NOT NULL,
	"branch_id" bigint NOT NULL,
	"snapshot" jsonb NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"issued_by" bigint,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" bigint,
	"revocation_reason" text DEFAULT '' NOT NULL,
	"superseded_by_id" bigint,
	CONSTRAINT "certificates_serial_once" UNIQUE("serial"),
	CONSTRAINT "certificates_revoked_for_a_reason" CHECK (("certificates"."revoked_at" is null) = ("certificates"."revocation_reason" = ''))
);
--> statement-breakpoint
CREATE TABLE "file_parts" (
	"file_id" bigint NOT NULL,
	"part" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "file_parts_file_id_part_pk" PRIMARY KEY("file_id","part")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "files_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"material_id" bigint,
	"task_id" bigint,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"created_by" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "files_of_one_thing" CHECK (num_nonnulls("files"."material_id", "files"."task_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "group_members_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"group_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"role" text DEFAULT 'member' NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "groups_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"branch_id" bigint NOT NULL,
	"created_by" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "groups_slug_once" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "material_reviews" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "material_reviews_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"version_id" bigint NOT NULL,
	"reviewer_id" bigint,
	"verdict" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"reviewed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"email" text,
	"wants_email" boolean DEFAULT false NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deliveries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"channel" text NOT NULL,
	"person_id" bigint,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"send_at" timestamp (3) with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"params" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"path" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	"dedupe" text,
	CONSTRAINT "notices_once" UNIQUE("person_id","dedupe")
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"person_id" bigint NOT NULL,
	"day" date NOT NULL,
	"reminded_at" timestamp (3) with time zone NOT NULL,
	"reminded_by" bigint,
	"tasks" integer NOT NULL,
	CONSTRAINT "reminders_person_id_day_pk" PRIMARY KEY("person_id","day")
);
--> statement-breakpoint
CREATE TABLE "item_attendances" (
	"item_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"mode" text NOT NULL,
	"noted_at" timestamp (3) with time zone NOT NULL,
	"noted_by" bigint,
	CONSTRAINT "item_attendances_item_id_person_id_pk" PRIMARY KEY("item_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "open_points" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "open_points_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"programme_id" bigint NOT NULL,
	"branch_id" bigint NOT NULL,
	"body" text NOT NULL,
	"measure" text DEFAULT '' NOT NULL,
	"owner_id" bigint,
	"due_at" timestamp (3) with time zone,
	"created_by" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" bigint,
	"closing_note" text DEFAULT '' NOT NULL,
	"carried_from_id" bigint
);
--> statement-breakpoint
CREATE TABLE "outcomes" (
	"person_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"subject_id" bigint NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"best" integer,
	"best_at" timestamp (3) with time zone,
	CONSTRAINT "outcomes_person_id_kind_subject_id_pk" PRIMARY KEY("person_id","kind","subject_id"),
	CONSTRAINT "outcomes_best_range" CHECK ("outcomes"."best" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "programme_audiences" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "programme_audiences_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"programme_id" bigint NOT NULL,
	"place" integer NOT NULL,
	"name" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "programme_audiences_placed" UNIQUE("programme_id","place")
);
--> statement-breakpoint
CREATE TABLE "programme_items" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "programme_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"programme_id" bigint NOT NULL,
	"module_id" bigint NOT NULL,
	"place" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"material_id" bigint,
	"contest_id" bigint,
	"quiz" jsonb,
	"meeting" jsonb,
	"prompt" text DEFAULT '' NOT NULL,
	"move_on" text NOT NULL,
	"mastery" integer,
	"is_required" boolean DEFAULT true NOT NULL,
	"opens_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"audience_ids" bigint[] DEFAULT '{}' NOT NULL,
	"requires_ids" bigint[] DEFAULT '{}' NOT NULL,
	"owner" text DEFAULT 'person' NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "programme_items_mastery_range" CHECK ("programme_items"."mastery" between 0 and 10000),
	CONSTRAINT "programme_items_open_before_due" CHECK ("programme_items"."opens_at" < "programme_items"."due_at")
);
--> statement-breakpoint
CREATE TABLE "programme_modules" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "programme_modules_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"programme_id" bigint NOT NULL,
	"place" integer NOT NULL,
	"title" text NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"opens_at" timestamp (3) with time zone,
	"closes_at" timestamp (3) with time zone,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "programme_prerequisites" (
	"programme_id" bigint NOT NULL,
	"requires_id" bigint NOT NULL,
	CONSTRAINT "programme_prerequisites_programme_id_requires_id_pk" PRIMARY KEY("programme_id","requires_id"),
	CONSTRAINT "programme_prerequisites_not_itself" CHECK ("programme_prerequisites"."programme_id" <> "programme_prerequisites"."requires_id")
);
--> statement-breakpoint
CREATE TABLE "programmes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "programmes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"kind" text DEFAULT 'programme' NOT NULL,
	"title" text NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"intro" text DEFAULT '' NOT NULL,
	"intro_en" text DEFAULT '' NOT NULL,
	"branch_id" bigint NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"certificate_title" text,
	"certificate_title_en" text DEFAULT '' NOT NULL,
	"copied_from_id" bigint,
	"created_by" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "programmes_slug_once" UNIQUE("slug"),
	CONSTRAINT "programmes_open_before_they_close" CHECK ("programmes"."opens_at" < "programmes"."closes_at")
);
--> statement-breakpoint
CREATE TABLE "quiz_attempts" (
	"attempt_id" bigint PRIMARY KEY NOT NULL,
	"item_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"number" integer NOT NULL,
	CONSTRAINT "quiz_attempts_numbered" UNIQUE("item_id","person_id","number")
);
--> statement-breakpoint
CREATE TABLE "reflection_comments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reflection_comments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"reflection_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "reflection_keeps" (
	"reflection_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reflection_keeps_reflection_id_person_id_pk" PRIMARY KEY("reflection_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "reflections" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reflections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"material_id" bigint,
	"item_id" bigint,
	"branch_id" bigint NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"characters" integer NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"handed_in_at" timestamp (3) with time zone,
	"recommended_at" timestamp (3) with time zone,
	"recommended_by" bigint,
	"collected_at" timestamp (3) with time zone,
	"collected_by" bigint,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "reflections_recommended_when_handed_in" CHECK ("reflections"."recommended_at" is null or "reflections"."handed_in_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "check_answers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "check_answers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"material_id" bigint NOT NULL,
	"version_id" bigint NOT NULL,
	"question_version_id" bigint NOT NULL,
	"response" jsonb NOT NULL,
	"mark" integer NOT NULL,
	"is_right" boolean NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "material_checks" (
	"version_id" bigint NOT NULL,
	"place" integer NOT NULL,
	"question_id" bigint NOT NULL,
	"after" text DEFAULT '' NOT NULL,
	CONSTRAINT "material_checks_version_id_place_pk" PRIMARY KEY("version_id","place"),
	CONSTRAINT "material_checks_once" UNIQUE("version_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "review_cards" (
	"person_id" bigint NOT NULL,
	"question_id" bigint NOT NULL,
	"cause" text NOT NULL,
	"material_id" bigint,
	"wrong_count" integer DEFAULT 1 NOT NULL,
	"right_since" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"wrong_at" timestamp (3) with time zone NOT NULL,
	"right_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "review_cards_person_id_question_id_pk" PRIMARY KEY("person_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "search_texts" (
	"kind" text NOT NULL,
	"subject_id" bigint NOT NULL,
	"lang" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"folded" text NOT NULL,
	"terms" "tsvector" NOT NULL,
	CONSTRAINT "search_texts_kind_subject_id_lang_pk" PRIMARY KEY("kind","subject_id","lang")
);
--> statement-breakpoint
CREATE TABLE "branch_flag_notes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "branch_flag_notes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"flag_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "branch_flags" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "branch_flags_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"branch_id" bigint NOT NULL,
	"programme_id" bigint,
	"reason" text NOT NULL,
	"raised_by" bigint,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" bigint,
	"closing_note" text DEFAULT '' NOT NULL,
	CONSTRAINT "branch_flags_closed_with_a_note" CHECK ("branch_flags"."closed_at" is null or "branch_flags"."closing_note" <> '')
);
--> statement-breakpoint
CREATE TABLE "task_evidence" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "task_evidence_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"task_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"kind" text DEFAULT 'evidence' NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tasks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"programme_id" bigint,
	"item_id" bigint,
	"person_id" bigint,
	"branch_id" bigint NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"due_at" timestamp (3) with time zone,
	"created_by" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"done_by" bigint,
	"waived_at" timestamp (3) with time zone,
	"waived_by" bigint,
	"waiver_reason" text DEFAULT '' NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	CONSTRAINT "tasks_end_one_way" CHECK (num_nonnulls("tasks"."done_at", "tasks"."waived_at", "tasks"."cancelled_at") <= 1),
	CONSTRAINT "tasks_waived_for_a_reason" CHECK (("tasks"."waived_at" is null) = ("tasks"."waiver_reason" = '')),
	CONSTRAINT "tasks_item_of_a_programme" CHECK (("tasks"."item_id" is null) = ("tasks"."programme_id" is null)),
	CONSTRAINT "tasks_ad_hoc_named" CHECK ("tasks"."item_id" is not null or "tasks"."title" <> '')
);
--> statement-breakpoint
ALTER TABLE "material_versions" ADD COLUMN "body_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "materials" ADD COLUMN "audience_tags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "materials" ADD COLUMN "review_version_id" bigint;--> statement-breakpoint
ALTER TABLE "annotation_anchors" ADD CONSTRAINT "annotation_anchors_annotation_id_annotations_id_fk" FOREIGN KEY ("annotation_id") REFERENCES "public"."annotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotation_anchors" ADD CONSTRAINT "annotation_anchors_version_id_material_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."material_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotation_anchors" ADD CONSTRAINT "annotation_anchors_anchored_by_people_id_fk" FOREIGN KEY ("anchored_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotation_replies" ADD CONSTRAINT "annotation_replies_annotation_id_annotations_id_fk" FOREIGN KEY ("annotation_id") REFERENCES "public"."annotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotation_replies" ADD CONSTRAINT "annotation_replies_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotation_votes" ADD CONSTRAINT "annotation_votes_annotation_id_annotations_id_fk" FOREIGN KEY ("annotation_id") REFERENCES "public"."annotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotation_votes" ADD CONSTRAINT "annotation_votes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_material_id_materials_id_fk" FOREIGN KEY ("material_id") REFERENCES "public"."materials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_version_id_material_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."material_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_issued_by_people_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_revoked_by_people_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_superseded_by_id_certificates_id_fk" FOREIGN KEY ("superseded_by_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_parts" ADD CONSTRAINT "file_parts_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_material_id_materials_id_fk" FOREIGN KEY ("material_id") REFERENCES "public"."materials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "material_reviews" ADD CONSTRAINT "material_reviews_version_id_material_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."material_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "material_reviews" ADD CONSTRAINT "material_reviews_reviewer_id_people_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_reminded_by_people_id_fk" FOREIGN KEY ("reminded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_attendances" ADD CONSTRAINT "item_attendances_item_id_programme_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."programme_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_attendances" ADD CONSTRAINT "item_attendances_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_attendances" ADD CONSTRAINT "item_attendances_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_points" ADD CONSTRAINT "open_points_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_points" ADD CONSTRAINT "open_points_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_points" ADD CONSTRAINT "open_points_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_points" ADD CONSTRAINT "open_points_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_points" ADD CONSTRAINT "open_points_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_points" ADD CONSTRAINT "open_points_carried_from_id_open_points_id_fk" FOREIGN KEY ("carried_from_id") REFERENCES "public"."open_points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_audiences" ADD CONSTRAINT "programme_audiences_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_items" ADD CONSTRAINT "programme_items_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_items" ADD CONSTRAINT "programme_items_module_id_programme_modules_id_fk" FOREIGN KEY ("module_id") REFERENCES "public"."programme_modules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_items" ADD CONSTRAINT "programme_items_material_id_materials_id_fk" FOREIGN KEY ("material_id") REFERENCES "public"."materials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_items" ADD CONSTRAINT "programme_items_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_modules" ADD CONSTRAINT "programme_modules_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_prerequisites" ADD CONSTRAINT "programme_prerequisites_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_prerequisites" ADD CONSTRAINT "programme_prerequisites_requires_id_programmes_id_fk" FOREIGN KEY ("requires_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_copied_from_id_programmes_id_fk" FOREIGN KEY ("copied_from_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_item_id_programme_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."programme_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_comments" ADD CONSTRAINT "reflection_comments_reflection_id_reflections_id_fk" FOREIGN KEY ("reflection_id") REFERENCES "public"."reflections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_comments" ADD CONSTRAINT "reflection_comments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_keeps" ADD CONSTRAINT "reflection_keeps_reflection_id_reflections_id_fk" FOREIGN KEY ("reflection_id") REFERENCES "public"."reflections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_keeps" ADD CONSTRAINT "reflection_keeps_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_material_id_materials_id_fk" FOREIGN KEY ("material_id") REFERENCES "public"."materials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_item_id_programme_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."programme_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_recommended_by_people_id_fk" FOREIGN KEY ("recommended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_collected_by_people_id_fk" FOREIGN KEY ("collected_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_answers" ADD CONSTRAINT "check_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_answers" ADD CONSTRAINT "check_answers_material_id_materials_id_fk" FOREIGN KEY ("material_id") REFERENCES "public"."materials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_answers" ADD CONSTRAINT "check_answers_version_id_material_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."material_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_answers" ADD CONSTRAINT "check_answers_question_version_id_question_versions_id_fk" FOREIGN KEY ("question_version_id") REFERENCES "public"."question_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "material_checks" ADD CONSTRAINT "material_checks_version_id_material_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."material_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "material_checks" ADD CONSTRAINT "material_checks_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_cards" ADD CONSTRAINT "review_cards_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_cards" ADD CONSTRAINT "review_cards_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_cards" ADD CONSTRAINT "review_cards_material_id_materials_id_fk" FOREIGN KEY ("material_id") REFERENCES "public"."materials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branch_flag_notes" ADD CONSTRAINT "branch_flag_notes_flag_id_branch_flags_id_fk" FOREIGN KEY ("flag_id") REFERENCES "public"."branch_flags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branch_flag_notes" ADD CONSTRAINT "branch_flag_notes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branch_flags" ADD CONSTRAINT "branch_flags_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branch_flags" ADD CONSTRAINT "branch_flags_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branch_flags" ADD CONSTRAINT "branch_flags_raised_by_people_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branch_flags" ADD CONSTRAINT "branch_flags_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_evidence" ADD CONSTRAINT "task_evidence_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_evidence" ADD CONSTRAINT "task_evidence_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_item_id_programme_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."programme_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_done_by_people_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_waived_by_people_id_fk" FOREIGN KEY ("waived_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "annotation_anchors_by_version" ON "annotation_anchors" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "annotation_replies_by_annotation" ON "annotation_replies" USING btree ("annotation_id","id");--> statement-breakpoint
CREATE INDEX "annotations_by_material" ON "annotations" USING btree ("material_id","created_at");--> statement-breakpoint
CREATE INDEX "annotations_by_person" ON "annotations" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_one_valid" ON "certificates" USING btree ("person_id","programme_id") WHERE "certificates"."revoked_at" is null and "certificates"."superseded_by_id" is null;--> statement-breakpoint
CREATE INDEX "certificates_by_programme" ON "certificates" USING btree ("programme_id","id");--> statement-breakpoint
CREATE INDEX "files_by_material" ON "files" USING btree ("material_id");--> statement-breakpoint
CREATE INDEX "files_by_task" ON "files" USING btree ("task_id");--> statement-breakpoint
CREATE UNIQUE INDEX "group_members_once" ON "group_members" USING btree ("group_id","person_id") WHERE "group_members"."left_at" is null;--> statement-breakpoint
CREATE INDEX "group_members_by_person" ON "group_members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "material_reviews_by_version" ON "material_reviews" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "deliveries_unsent" ON "deliveries" USING btree ("send_at","id") WHERE "deliveries"."sent_at" is null and "deliveries"."failed_at" is null;--> statement-breakpoint
CREATE INDEX "notices_by_person" ON "notices" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "notices_unread" ON "notices" USING btree ("person_id") WHERE "notices"."read_at" is null;--> statement-breakpoint
CREATE INDEX "open_points_by_programme" ON "open_points" USING btree ("programme_id","id");--> statement-breakpoint
CREATE INDEX "outcomes_by_subject" ON "outcomes" USING btree ("kind","subject_id");--> statement-breakpoint
CREATE INDEX "programme_items_by_programme" ON "programme_items" USING btree ("programme_id","place");--> statement-breakpoint
CREATE INDEX "programme_items_by_material" ON "programme_items" USING btree ("material_id");--> statement-breakpoint
CREATE INDEX "programme_items_by_contest" ON "programme_items" USING btree ("contest_id");--> statement-breakpoint
CREATE INDEX "programme_modules_by_programme" ON "programme_modules" USING btree ("programme_id","place");--> statement-breakpoint
CREATE INDEX "programmes_by_window" ON "programmes" USING btree ("opens_at","closes_at");--> statement-breakpoint
CREATE INDEX "programmes_by_branch" ON "programmes" USING btree ("branch_id");--> statement-breakpoint
CREATE INDEX "reflection_comments_by_reflection" ON "reflection_comments" USING btree ("reflection_id","id");--> statement-breakpoint
CREATE INDEX "reflections_by_person" ON "reflections" USING btree ("person_id","saved_at");--> statement-breakpoint
CREATE INDEX "reflections_by_branch" ON "reflections" USING btree ("branch_id","handed_in_at");--> statement-breakpoint
CREATE INDEX "reflections_by_material" ON "reflections" USING btree ("material_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reflections_once_an_item" ON "reflections" USING btree ("person_id","item_id") WHERE "reflections"."item_id" is not null and "reflections"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "check_answers_by_reading" ON "check_answers" USING btree ("person_id","version_id","question_version_id");--> statement-breakpoint
CREATE INDEX "review_cards_by_question" ON "review_cards" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "search_texts_by_term" ON "search_texts" USING gin ("terms");--> statement-breakpoint
CREATE INDEX "branch_flag_notes_by_flag" ON "branch_flag_notes" USING btree ("flag_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "branch_flags_one_open" ON "branch_flags" USING btree ("branch_id",coalesce("programme_id", 0)) WHERE "branch_flags"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "task_evidence_by_task" ON "task_evidence" USING btree ("task_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_once_a_person" ON "tasks" USING btree ("item_id","person_id") WHERE "tasks"."person_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_once_a_unit" ON "tasks" USING btree ("item_id","branch_id") WHERE "tasks"."person_id" is null and "tasks"."item_id" is not null;--> statement-breakpoint
CREATE INDEX "tasks_by_person" ON "tasks" USING btree ("person_id","due_at");--> statement-breakpoint
CREATE INDEX "tasks_by_branch" ON "tasks" USING btree ("branch_id","id");--> statement-breakpoint
CREATE INDEX "tasks_by_branch_and_item" ON "tasks" USING btree ("branch_id","item_id");--> statement-breakpoint
CREATE INDEX "tasks_in_order" ON "tasks" USING btree (coalesce("due_at", 'infinity'),"id");--> statement-breakpoint
CREATE INDEX "tasks_by_programme" ON "tasks" USING btree ("programme_id","branch_id","person_id","item_id","due_at","done_at","waived_at","cancelled_at");--> statement-breakpoint
CREATE INDEX "tasks_open_by_due" ON "tasks" USING btree ("due_at","id") WHERE "tasks"."done_at" is null and "tasks"."waived_at" is null and "tasks"."cancelled_at" is null;--> statement-breakpoint
ALTER TABLE "materials" ADD CONSTRAINT "materials_review_version_id_material_versions_id_fk" FOREIGN KEY ("review_version_id") REFERENCES "public"."material_versions"("id") ON DELETE no action ON UPDATE no action;