DROP INDEX "tasks_by_due";--> statement-breakpoint
CREATE INDEX "tasks_in_order" ON "tasks" USING btree (coalesce("due_at", 'infinity'),"id");