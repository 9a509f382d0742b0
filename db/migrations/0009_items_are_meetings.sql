ALTER TABLE "programme_items" ADD COLUMN "meeting_id" bigint;--> statement-breakpoint
CREATE INDEX "programme_items_by_meeting" ON "programme_items" USING btree ("meeting_id");--> statement-breakpoint
ALTER TABLE "programme_items" ADD CONSTRAINT "programme_items_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;
