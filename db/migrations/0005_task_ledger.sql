DROP INDEX "deliveries_unsent";--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "send_at" timestamp (3) with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "task_evidence" ADD COLUMN "kind" text DEFAULT 'evidence' NOT NULL;--> statement-breakpoint
CREATE INDEX "tasks_by_branch_and_item" ON "tasks" USING btree ("branch_id","item_id");--> statement-breakpoint
CREATE INDEX "tasks_by_due" ON "tasks" USING btree ("due_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_unsent" ON "deliveries" USING btree ("send_at","id") WHERE "deliveries"."sent_at" is null and "deliveries"."failed_at" is null;