CREATE TABLE "meeting_knocks" (
	"meeting_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"mode" text NOT NULL,
	"knocked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"answered_by" bigint,
	"is_admitted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "meeting_knocks_meeting_id_person_id_pk" PRIMARY KEY("meeting_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "meeting_knocks" ADD CONSTRAINT "meeting_knocks_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_knocks" ADD CONSTRAINT "meeting_knocks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_knocks" ADD CONSTRAINT "meeting_knocks_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;