-- Of which contest a paper of a rehearsal was, and every try with the verdict that was told, stay as they were.
CREATE TRIGGER rehearsals_are_append_only BEFORE UPDATE OR DELETE ON "rehearsals" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER item_tries_are_append_only BEFORE UPDATE OR DELETE ON "item_tries" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Games that were made before the rules said so print what they play by: no answers that close by themselves, and three hours left alone.
ALTER TABLE "games" DISABLE TRIGGER games_keep_their_rules;--> statement-breakpoint
UPDATE "games" SET "rules" = '{"autoClose": false, "idleMs": 10800000}'::jsonb || "rules" WHERE NOT "rules" ?& array['autoClose', 'idleMs'];--> statement-breakpoint
ALTER TABLE "games" ENABLE TRIGGER games_keep_their_rules;
