-- Three roles (never.md, structural defences). Applied after every migration; running it again changes nothing.
-- play:  everything that is sent to members. Sees no key, no explanation, no mark.
-- judge: the live process's key cache and answer batches, the worker that ends attempts, and the one reveal after the rules allow it.
-- desk:  people with an office.
GRANT USAGE ON SCHEMA public TO zhixing_play, zhixing_judge, zhixing_desk;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM zhixing_play, zhixing_judge, zhixing_desk;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO zhixing_play, zhixing_judge, zhixing_desk;

GRANT SELECT ON branches, people, person_moves, offices, sessions, invitations, guesses, organisation, complaints,
  materials, material_versions, readings, contests, contest_pool, contest_roster, contest_overrides, entries, standings,
  board_snapshots, live_changes, attempts, jobs TO zhixing_play, zhixing_judge, zhixing_desk;
GRANT SELECT ON questions, question_versions TO zhixing_play, zhixing_judge, zhixing_desk;
GRANT SELECT (attempt_id, slot, response, seq, received_at) ON answers TO zhixing_play;

GRANT INSERT ON sessions, guesses, readings, entries, contest_roster, attempts, live_changes, complaints, jobs TO zhixing_play;
GRANT UPDATE ON sessions, guesses, readings TO zhixing_play;
GRANT UPDATE (used_at) ON invitations TO zhixing_play;
GRANT UPDATE (password_hash, oidc_subject) ON people TO zhixing_play;
GRANT UPDATE (seen_at) ON attempts TO zhixing_play;
GRANT UPDATE (roster_taken_at) ON contests TO zhixing_play;
GRANT UPDATE (setup_hash, setup_ends_at) ON organisation TO zhixing_play;
GRANT DELETE ON guesses TO zhixing_play;
GRANT INSERT ON audit, person_moves TO zhixing_play;

GRANT SELECT ON question_keys, answers, answer_events, attempt_totals, question_reviews, recomputes TO zhixing_judge;
GRANT INSERT, UPDATE ON answers, attempt_totals, standings, board_snapshots, jobs, sessions TO zhixing_judge;
GRANT INSERT ON answer_events, live_changes, contest_roster, recomputes, audit, jobs TO zhixing_judge;
GRANT UPDATE ON attempts, jobs, contests TO zhixing_judge;
GRANT DELETE ON guesses TO zhixing_judge;

-- Study: what members read and write.
GRANT SELECT ON material_checks, files, file_parts, groups, group_members, annotations, annotation_anchors, annotation_replies,
  annotation_votes, reflections, reflection_comments, reflection_keeps, programmes, programme_prerequisites, programme_audiences,
  programme_modules, programme_items, outcomes, quiz_attempts, item_attendances, open_points, tasks, task_evidence, branch_flags,
  branch_flag_notes, notices, reminders, contacts, deliveries, check_answers, review_cards, search_texts, certificates
  TO zhixing_play, zhixing_judge;
GRANT SELECT ON certificate_serials TO zhixing_judge;
GRANT INSERT ON files, file_parts, annotations, annotation_anchors, annotation_replies, annotation_votes, reflections, reflection_comments,
  reflection_keeps, outcomes, quiz_attempts, task_evidence, notices, contacts TO zhixing_play;
GRANT UPDATE ON annotations, annotation_anchors, annotation_replies, reflections, reflection_comments, outcomes, tasks, notices, contacts,
  review_cards, files TO zhixing_play;
GRANT DELETE ON annotation_votes, reflection_keeps TO zhixing_play;
GRANT DELETE ON contacts TO zhixing_play;
GRANT DELETE ON notices, deliveries TO zhixing_judge;
GRANT INSERT ON attempts, annotation_anchors, outcomes, quiz_attempts, tasks, notices, reminders, deliveries, check_answers, review_cards,
  certificates, certificate_serials, search_texts TO zhixing_judge;
GRANT UPDATE ON annotation_anchors, outcomes, tasks, notices, reminders, deliveries, review_cards, certificates, certificate_serials,
  search_texts TO zhixing_judge;
GRANT DELETE ON search_texts TO zhixing_judge;

GRANT SELECT ON ALL TABLES IN SCHEMA public TO zhixing_desk;
GRANT INSERT ON ALL TABLES IN SCHEMA public TO zhixing_desk;
GRANT UPDATE ON branches, people, offices, sessions, invitations, organisation, complaints, materials, questions, contests,
  contest_overrides, entries, standings, attempts, jobs, guesses, attempt_totals, answers, files, groups, group_members, annotations,
  annotation_anchors, reflections, programmes, programme_audiences, programme_modules, programme_items, outcomes, item_attendances,
  open_points, tasks, branch_flags, notices, reminders, contacts, deliveries, review_cards, search_texts, certificates,
  certificate_serials TO zhixing_desk;
GRANT DELETE ON contest_pool, contest_roster, guesses, material_checks, programme_prerequisites, programme_audiences, programme_modules,
  programme_items, item_attendances, search_texts TO zhixing_desk;
REVOKE INSERT, UPDATE, DELETE ON answers, answer_events, attempt_totals FROM zhixing_desk;
