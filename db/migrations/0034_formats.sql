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
CREATE TABLE "rehearsals" (
	"attempt_id" bigint PRIMARY KEY NOT NULL,
	"contest_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"number" integer NOT NULL,
	CONSTRAINT "rehearsals_numbered" UNIQUE("contest_id","person_id","number")
);
--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "shown_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "frozen_standings" ADD COLUMN "days" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "standings" ADD COLUMN "days" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "item_tries" ADD CONSTRAINT "item_tries_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rehearsals" ADD CONSTRAINT "rehearsals_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rehearsals" ADD CONSTRAINT "rehearsals_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rehearsals" ADD CONSTRAINT "rehearsals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rehearsals_by_person" ON "rehearsals" USING btree ("person_id");