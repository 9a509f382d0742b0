CREATE TABLE "ruled_mistakes" (
	"person_id" bigint NOT NULL,
	"question_id" bigint NOT NULL,
	"noted_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	"log_id" bigint,
	"taken_back_at" timestamp (3) with time zone,
	CONSTRAINT "ruled_mistakes_person_id_question_id_noted_at_pk" PRIMARY KEY("person_id","question_id","noted_at")
);
--> statement-breakpoint
ALTER TABLE "ruled_mistakes" ADD CONSTRAINT "ruled_mistakes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ruled_mistakes" ADD CONSTRAINT "ruled_mistakes_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ruled_mistakes" ADD CONSTRAINT "ruled_mistakes_log_id_review_log_id_fk" FOREIGN KEY ("log_id") REFERENCES "public"."review_log"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ruled_mistakes_by_log" ON "ruled_mistakes" USING btree ("log_id");