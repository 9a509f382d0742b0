CREATE TABLE "hall_events" (
	"hall_id" bigint NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"seat" integer,
	"said" jsonb NOT NULL,
	"effects" jsonb NOT NULL,
	"version_id" bigint,
	"reason" text DEFAULT '' NOT NULL,
	"person_id" bigint,
	"at" timestamp (3) with time zone NOT NULL,
	"instance" text,
	"us" bigint,
	CONSTRAINT "hall_events_hall_id_seq_pk" PRIMARY KEY("hall_id","seq")
);
--> statement-breakpoint
CREATE TABLE "hall_members" (
	"hall_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"seat" integer NOT NULL,
	"buzzes" boolean NOT NULL,
	CONSTRAINT "hall_members_hall_id_person_id_pk" PRIMARY KEY("hall_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "hall_questions" (
	"hall_id" bigint NOT NULL,
	"round" integer NOT NULL,
	"place" integer NOT NULL,
	"version_id" bigint NOT NULL,
	CONSTRAINT "hall_questions_hall_id_round_place_pk" PRIMARY KEY("hall_id","round","place"),
	CONSTRAINT "hall_questions_once" UNIQUE("hall_id","version_id")
);
--> statement-breakpoint
CREATE TABLE "hall_sides" (
	"hall_id" bigint NOT NULL,
	"seat" integer NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "hall_sides_hall_id_seat_pk" PRIMARY KEY("hall_id","seat")
);
--> statement-breakpoint
CREATE TABLE "halls" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "halls_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"branch_id" bigint NOT NULL,
	"title" text NOT NULL,
	"rules" jsonb NOT NULL,
	"code" text NOT NULL,
	"seed" text NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"phase" text DEFAULT 'ready' NOT NULL,
	"created_by" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "halls_code_once" UNIQUE("code")
);
--> statement-breakpoint
ALTER TABLE "hall_events" ADD CONSTRAINT "hall_events_hall_id_halls_id_fk" FOREIGN KEY ("hall_id") REFERENCES "public"."halls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_events" ADD CONSTRAINT "hall_events_version_id_question_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."question_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_events" ADD CONSTRAINT "hall_events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_members" ADD CONSTRAINT "hall_members_hall_id_halls_id_fk" FOREIGN KEY ("hall_id") REFERENCES "public"."halls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_members" ADD CONSTRAINT "hall_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_questions" ADD CONSTRAINT "hall_questions_hall_id_halls_id_fk" FOREIGN KEY ("hall_id") REFERENCES "public"."halls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_questions" ADD CONSTRAINT "hall_questions_version_id_question_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."question_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_sides" ADD CONSTRAINT "hall_sides_hall_id_halls_id_fk" FOREIGN KEY ("hall_id") REFERENCES "public"."halls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "halls" ADD CONSTRAINT "halls_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "halls" ADD CONSTRAINT "halls_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hall_events_by_person" ON "hall_events" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "hall_members_by_person" ON "hall_members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "halls_by_branch" ON "halls" USING btree ("branch_id","id");