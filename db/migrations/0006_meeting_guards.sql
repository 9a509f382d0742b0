-- What was recorded stays; what was locked is not touched again (D13).
CREATE TRIGGER record_edits_are_append_only BEFORE UPDATE OR DELETE ON "record_edits" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER record_addenda_are_append_only BEFORE UPDATE OR DELETE ON "record_addenda" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint

CREATE FUNCTION guard_locked_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.locked_at IS NOT NULL THEN
    RAISE EXCEPTION 'the record of meeting % is locked', OLD.meeting_id USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_records_locked';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER meeting_records_stay BEFORE UPDATE ON "meeting_records" FOR EACH ROW EXECUTE FUNCTION guard_locked_record();--> statement-breakpoint

-- The facts a record was made of stay with it: no speech, decision, check-in or agenda item of a locked meeting changes.
CREATE FUNCTION guard_facts_of_locked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM meeting_records r WHERE r.meeting_id = NEW.meeting_id AND r.locked_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the record of meeting % is locked', NEW.meeting_id USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_records_locked';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER speeches_stay BEFORE INSERT OR UPDATE ON "speeches" FOR EACH ROW EXECUTE FUNCTION guard_facts_of_locked();--> statement-breakpoint
CREATE TRIGGER check_ins_stay BEFORE INSERT OR UPDATE ON "check_ins" FOR EACH ROW EXECUTE FUNCTION guard_facts_of_locked();--> statement-breakpoint
CREATE TRIGGER agenda_items_stay BEFORE INSERT OR UPDATE ON "agenda_items" FOR EACH ROW EXECUTE FUNCTION guard_facts_of_locked();--> statement-breakpoint
CREATE TRIGGER meeting_decisions_stay BEFORE INSERT ON "meeting_decisions" FOR EACH ROW EXECUTE FUNCTION guard_facts_of_locked();--> statement-breakpoint
CREATE TRIGGER record_signatures_stay BEFORE INSERT OR UPDATE ON "record_signatures" FOR EACH ROW EXECUTE FUNCTION guard_facts_of_locked();--> statement-breakpoint

INSERT INTO "meeting_kinds" ("key", "place", "name", "name_en", "agenda", "required_fields", "attend", "minutes", "takes_new_texts") VALUES
('reading', 1, '读书会', 'Reading session', '[{"kind":"opening","title":"主持人开场","titleEn":"Opening by the chair","minutes":5},{"kind":"reading","title":"领读人导读","titleEn":"Lead reader introduces the passage","minutes":20},{"kind":"discussion","title":"交流讨论","titleEn":"Discussion","minutes":45},{"kind":"quiz","title":"随堂小测","titleEn":"Short quiz","minutes":10},{"kind":"closing","title":"小结与下次安排","titleEn":"Summary and next time","minutes":10}]', '{title,time,place,chair,recorder,attendance,readings,speeches,summary}', 'members', 90, false),
('first_item', 2, '第一议题学习', 'First item', '[{"kind":"first_item","title":"学习最新篇目","titleEn":"Study of the newest texts","minutes":20},{"kind":"discussion","title":"讨论贯彻落实","titleEn":"What it asks of us","minutes":20},{"kind":"decision","title":"明确任务分工","titleEn":"Who does what","minutes":10}]', '{title,time,place,chair,recorder,attendance,readings,decisions}', 'branch', 50, true),
('branch_meeting', 3, '支部会议', 'Branch meeting', '[{"kind":"opening","title":"通报出席情况","titleEn":"Who is present","minutes":5},{"kind":"reading","title":"集体学习","titleEn":"Study together","minutes":20},{"kind":"discussion","title":"讨论议题","titleEn":"Discussion","minutes":30},{"kind":"vote","title":"表决","titleEn":"Vote","minutes":5},{"kind":"decision","title":"决定事项","titleEn":"Decisions","minutes":10}]', '{title,time,place,chair,recorder,attendance,agenda,votes,decisions}', 'branch', 70, false),
('themed_day', 4, '主题日活动', 'Themed day', '[{"kind":"opening","title":"介绍活动安排","titleEn":"What the day is about","minutes":10},{"kind":"reading","title":"主题学习","titleEn":"Study on the theme","minutes":30},{"kind":"other","title":"实践活动","titleEn":"Activity","minutes":90},{"kind":"discussion","title":"交流体会","titleEn":"Exchange","minutes":30},{"kind":"closing","title":"小结","titleEn":"Summary","minutes":10}]', '{title,time,place,chair,recorder,attendance,agenda,summary}', 'branch', 170, false),
('joint_study', 5, '联学联建', 'Joint study', '[{"kind":"opening","title":"介绍参加单位","titleEn":"Who meets with whom","minutes":5},{"kind":"reading","title":"共学篇目","titleEn":"Reading together","minutes":25},{"kind":"talk","title":"各单位交流","titleEn":"Each party speaks","minutes":40},{"kind":"discussion","title":"共同讨论","titleEn":"Discussion","minutes":20},{"kind":"closing","title":"小结","titleEn":"Summary","minutes":10}]', '{title,time,place,chair,recorder,attendance,readings,speeches}', 'members', 100, false),
('forum', 6, '宣讲交流会', 'Presentation forum', '[{"kind":"opening","title":"宣布规则、抽签","titleEn":"Rules and lot","minutes":10},{"kind":"forum","title":"宣讲与评分","titleEn":"Presentations and scores","minutes":60},{"kind":"discussion","title":"现场提问","titleEn":"Questions from the floor","minutes":15},{"kind":"closing","title":"公布结果","titleEn":"Result","minutes":10}]', '{title,time,place,chair,recorder,attendance,speeches,votes}', 'invited', 95, false),
('training', 7, '培训班', 'Training session', '[{"kind":"opening","title":"开班","titleEn":"Opening","minutes":10},{"kind":"talk","title":"专题讲授","titleEn":"Lecture","minutes":60},{"kind":"discussion","title":"分组讨论","titleEn":"Discussion in groups","minutes":30},{"kind":"quiz","title":"测验","titleEn":"Quiz","minutes":10},{"kind":"closing","title":"结业小结","titleEn":"Closing","minutes":10}]', '{title,time,place,chair,recorder,attendance,agenda,summary}', 'invited', 120, false);
