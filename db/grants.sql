-- Three roles (never.md, structural defences). Applied after every migration; running it again changes nothing.
-- play:  everything that is sent to members. Sees no key, no explanation, no mark.
-- judge: the live process's key cache and answer batches, the worker that ends attempts, and the one reveal after the rules allow it.
-- desk:  people with an office.
GRANT USAGE ON SCHEMA public TO zhixing_play, zhixing_judge, zhixing_desk;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM zhixing_play, zhixing_judge, zhixing_desk;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO zhixing_play, zhixing_judge, zhixing_desk;

GRANT SELECT ON branches, people, person_moves, offices, sessions, invitations, guesses, organisation, complaints,
  materials, material_versions, readings, contests, contest_pool, contest_roster, contest_overrides, entries, standings,
  frozen_standings, board_snapshots, reveals, live_changes, attempts, jobs TO zhixing_play, zhixing_judge, zhixing_desk;
GRANT SELECT ON questions, question_versions TO zhixing_play, zhixing_judge, zhixing_desk;
GRANT SELECT (attempt_id, slot, response, seq, received_at) ON answers TO zhixing_play;

GRANT INSERT ON sessions, guesses, readings, entries, contest_roster, attempts, live_changes, complaints, jobs TO zhixing_play;
GRANT UPDATE ON sessions, guesses, readings TO zhixing_play;
GRANT UPDATE (used_at) ON invitations TO zhixing_play;
GRANT UPDATE (password_hash, oidc_subject) ON people TO zhixing_play;
GRANT UPDATE (seen_at, seat) ON attempts TO zhixing_play;
GRANT UPDATE (roster_taken_at) ON contests TO zhixing_play;
GRANT UPDATE (setup_hash, setup_ends_at) ON organisation TO zhixing_play;
GRANT DELETE ON guesses TO zhixing_play;
GRANT INSERT ON audit, person_moves TO zhixing_play;

GRANT SELECT ON question_keys, answers, answer_events, attempt_totals, question_reviews, recomputes TO zhixing_judge;
GRANT INSERT, UPDATE ON answers, attempt_totals, standings, frozen_standings, board_snapshots, jobs, sessions TO zhixing_judge;
GRANT INSERT ON answer_events, live_changes, contest_roster, recomputes, audit, jobs TO zhixing_judge;
GRANT UPDATE ON attempts, jobs, contests TO zhixing_judge;
GRANT DELETE ON guesses, frozen_standings TO zhixing_judge;

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
-- Check-ins at a meeting that an item of a programme is, noted by the room or by the job that locks its record.
GRANT INSERT, UPDATE, DELETE ON item_attendances TO zhixing_play, zhixing_judge;
-- Who leads a group plans its meetings and renames it: the search follows in the same transaction.
GRANT INSERT, UPDATE ON search_texts TO zhixing_play;
GRANT DELETE ON annotation_votes, reflection_keeps TO zhixing_play;
GRANT DELETE ON contacts TO zhixing_play;
GRANT DELETE ON notices, deliveries TO zhixing_judge;
GRANT INSERT ON attempts, annotation_anchors, outcomes, quiz_attempts, tasks, notices, reminders, deliveries, check_answers, review_cards,
  certificates, certificate_serials, search_texts TO zhixing_judge;
GRANT UPDATE ON annotation_anchors, outcomes, tasks, notices, reminders, deliveries, review_cards, certificates, certificate_serials,
  search_texts TO zhixing_judge;
GRANT DELETE ON search_texts TO zhixing_judge;

-- Groups and meetings. meeting_secrets is the judge's: it makes and checks codes. meeting_poll_keys are the judge's until the poll is closed.
GRANT SELECT ON group_plans, plan_sections, rota_absences, rota_swaps, book_votes, book_nominees, book_ballots, meeting_kinds, meetings,
  meeting_parties, meeting_people, check_ins, agenda_items, meeting_questions, speaking_queue, speeches, meeting_polls, poll_answers,
  meeting_decisions, takeaways, meeting_changes, forum_presenters, forum_judges, forum_scores, calendar_feeds, meeting_records,
  record_edits, record_signatures, record_addenda, yearbooks, yearbook_parts TO zhixing_play, zhixing_judge;
GRANT SELECT, INSERT, UPDATE ON meeting_knocks TO zhixing_play, zhixing_judge;
GRANT SELECT ON meeting_secrets, meeting_poll_keys TO zhixing_judge;
GRANT INSERT, UPDATE ON groups, group_members, group_plans, plan_sections, rota_absences, rota_swaps, book_votes, book_nominees, meetings,
  meeting_parties, meeting_people, check_ins, agenda_items, meeting_questions, speaking_queue, speeches, meeting_polls, poll_answers,
  meeting_decisions, takeaways, forum_presenters, forum_judges, forum_scores, calendar_feeds, meeting_records, record_signatures,
  yearbooks TO zhixing_play, zhixing_judge;
GRANT INSERT ON book_ballots, meeting_changes, record_edits, record_addenda, yearbook_parts, tasks, questions, question_versions TO zhixing_play, zhixing_judge;
GRANT INSERT, UPDATE ON meeting_secrets, meeting_poll_keys TO zhixing_judge;
GRANT INSERT ON meeting_poll_keys, meeting_secrets, question_keys TO zhixing_play;
GRANT DELETE ON book_ballots, rota_absences, meeting_parties, yearbook_parts, calendar_feeds TO zhixing_play, zhixing_judge;
GRANT DELETE ON meeting_changes TO zhixing_judge;

GRANT SELECT ON ALL TABLES IN SCHEMA public TO zhixing_desk;
GRANT INSERT ON ALL TABLES IN SCHEMA public TO zhixing_desk;
GRANT UPDATE ON reveals, branches, people, offices, sessions, invitations, organisation, complaints, materials, questions, contests,
  contest_overrides, entries, standings, attempts, jobs, guesses, attempt_totals, answers, files, groups, group_members, annotations,
  annotation_anchors, reflections, programmes, programme_audiences, programme_modules, programme_items, outcomes, item_attendances,
  open_points, tasks, branch_flags, notices, reminders, contacts, deliveries, review_cards, search_texts, certificates,
  certificate_serials TO zhixing_desk;
GRANT DELETE ON contest_pool, contest_roster, guesses, material_checks, programme_prerequisites, programme_audiences, programme_modules,
  programme_items, item_attendances, search_texts TO zhixing_desk;
REVOKE INSERT, UPDATE, DELETE ON answers, answer_events, attempt_totals FROM zhixing_desk;
GRANT UPDATE ON group_plans, plan_sections, book_votes, book_nominees, meeting_kinds, meetings, meeting_people, check_ins, agenda_items,
  rota_swaps, meeting_questions, speaking_queue, speeches, meeting_polls, meeting_decisions, takeaways, forum_presenters, forum_judges,
  meeting_records, record_signatures, yearbooks TO zhixing_desk;
GRANT DELETE ON meeting_parties, yearbook_parts TO zhixing_desk;
REVOKE SELECT ON meeting_secrets, meeting_poll_keys FROM zhixing_desk;

-- The bank, practice and review. What holds keys or marks (imports, rulings, ledger, hand marks, statistics) is not the play role's.
GRANT SELECT ON papers, question_sets, practices, practice_answers, favourites, contest_invited, question_reports, point_policies,
  point_entries, review_log, review_settings, contest_statistics TO zhixing_play, zhixing_judge;
-- That somebody brought a file is their own datum; what was in it holds keys.
GRANT SELECT (id, file_name, format, state, created_by, created_at, ended_at) ON question_imports TO zhixing_play;
GRANT SELECT ON rulings, mark_entries, item_statistics, markers, hand_marks TO zhixing_judge;
GRANT INSERT, UPDATE ON favourites, review_settings, question_reports TO zhixing_play;
GRANT DELETE ON favourites TO zhixing_play;
GRANT INSERT, UPDATE ON practices TO zhixing_play, zhixing_judge;
GRANT INSERT ON practice_answers, review_log, point_entries, mark_entries TO zhixing_judge;
GRANT INSERT ON review_cards TO zhixing_play;
-- Whether a question was revealed to who reports it is the judge's to know; a ruling that is applied answers what was reported.
GRANT INSERT, UPDATE ON question_reports TO zhixing_judge;
-- Rulings move mistakes of contests; whoever reviews leaves out what was taken back.
GRANT SELECT ON ruled_mistakes TO zhixing_play;
GRANT SELECT, INSERT, UPDATE ON ruled_mistakes TO zhixing_judge;
GRANT INSERT, UPDATE, DELETE ON item_statistics, contest_statistics TO zhixing_judge, zhixing_desk;
GRANT UPDATE ON papers, question_sets, question_imports, question_import_rows, question_reports, rulings, hand_marks, practices, favourites,
  review_settings TO zhixing_desk;
GRANT DELETE ON question_import_rows, contest_invited, markers, favourites TO zhixing_desk;
-- Rulings are applied, and essays marked, where answers are: by the judge. The seed that hides whose answer it is stays there.
GRANT UPDATE ON rulings TO zhixing_judge;
GRANT SELECT ON marking_plans TO zhixing_judge;
GRANT INSERT, UPDATE ON hand_marks, marking_plans TO zhixing_judge;
GRANT INSERT, DELETE ON markers TO zhixing_judge;
-- Rehearsals of a contest: papers that count nowhere.
GRANT SELECT ON rehearsals TO zhixing_play, zhixing_judge;
GRANT INSERT ON rehearsals TO zhixing_play;
-- Tries that are judged at once: by the judge, who tells the verdict of one's own answer and no more.
GRANT SELECT (attempt_id, slot, number, response, received_at) ON item_tries TO zhixing_play;
GRANT SELECT, INSERT ON item_tries TO zhixing_judge;
REVOKE INSERT, UPDATE, DELETE ON item_tries FROM zhixing_desk;
-- Honesty in a contest: the page tells what it saw and asks; what was found, and the archive (it holds keys), are the desk's.
GRANT SELECT ON attempt_absences, absence_notes, sanctions, clarifications, contest_pauses TO zhixing_play, zhixing_judge;
GRANT INSERT ON attempt_absences, absence_notes, clarifications TO zhixing_play, zhixing_judge;
GRANT SELECT, INSERT ON integrity_flags, evidence_packs, evidence_parts TO zhixing_judge;
GRANT UPDATE ON sanctions TO zhixing_judge;
GRANT UPDATE ON integrity_flags, sanctions, clarifications, contest_pauses TO zhixing_desk;
-- Points are given in the transaction of their event, whoever's door that is; a study year's statements are read by their owners.
GRANT INSERT ON point_entries TO zhixing_play;
GRANT SELECT ON study_years TO zhixing_play, zhixing_judge;

-- Matches: the play role reads them for the own export; the judge's door makes, judges and reckons them up.
GRANT SELECT ON match_waiters, matches, match_players, match_answers, ratings TO zhixing_play, zhixing_judge;
GRANT INSERT, UPDATE, DELETE ON match_waiters TO zhixing_judge;
GRANT INSERT, UPDATE ON matches, match_players, ratings TO zhixing_judge;
GRANT INSERT ON match_answers TO zhixing_judge;
-- Arenas are made and ended at the desk; the judge's door lays their boards down. What a board was is never changed.
GRANT SELECT ON arenas, arena_boards, arena_strikes TO zhixing_play, zhixing_judge;
GRANT INSERT ON arena_boards TO zhixing_judge;
GRANT UPDATE ON arenas, arena_strikes TO zhixing_desk;

-- Finals on a stage: in which order questions come is not the play role's to know. The ledger is added to and never changed, by anybody.
GRANT SELECT ON hall_sides, hall_members TO zhixing_play, zhixing_judge;
GRANT SELECT (id, branch_id, title, code, seq, phase, created_at) ON halls TO zhixing_play;
-- Which questions practice leaves out until a final is over; not in which round they come, nor in which order.
GRANT SELECT (hall_id, version_id) ON hall_questions TO zhixing_play;
GRANT SELECT (hall_id, seq, kind, seat, person_id, at) ON hall_events TO zhixing_play;
GRANT SELECT ON halls, hall_questions, hall_events TO zhixing_judge;
GRANT INSERT ON hall_events TO zhixing_judge;
GRANT UPDATE (seq, phase) ON halls TO zhixing_judge;
GRANT UPDATE ON halls TO zhixing_desk;
GRANT DELETE ON hall_sides, hall_members, hall_questions TO zhixing_desk;
-- Teams, stages, awards. Members make and change teams until they are fixed; results are the judge's; what was published stands.
GRANT SELECT ON teams, team_members, team_standings, promotions, promotion_rows, award_grants, awards TO zhixing_play, zhixing_judge;
GRANT INSERT, UPDATE, DELETE ON teams, team_members TO zhixing_play;
GRANT INSERT, UPDATE ON team_standings TO zhixing_judge;
GRANT UPDATE ON teams, team_members, team_standings TO zhixing_desk;
GRANT DELETE ON teams, team_members TO zhixing_desk;

-- Games in a room: who plays joins by the play role, which reads no mark; the judge's door takes answers and makes what screens are told.
GRANT SELECT ON games, game_players, game_moves TO zhixing_play, zhixing_judge;
GRANT SELECT (game_id, question_no, player_id, version_id, response, seq, received_at) ON game_answers TO zhixing_play;
GRANT INSERT, UPDATE ON game_players TO zhixing_play;
GRANT SELECT, INSERT, UPDATE ON game_answers TO zhixing_judge;
GRANT SELECT, INSERT ON game_answer_events TO zhixing_judge;
-- What ends by itself, ends by the judge's door: a game that was left alone, and answers when nobody is waited for.
GRANT UPDATE (state_seq, noted_questions, stage, closes_at, paused_at, resumes_at, prompt_id, ended_at) ON games TO zhixing_judge;
GRANT INSERT ON game_moves TO zhixing_judge;
GRANT UPDATE ON games, game_players TO zhixing_desk;
REVOKE INSERT, UPDATE, DELETE ON game_answers, game_answer_events FROM zhixing_desk;
GRANT SELECT ON game_prompts, game_says, game_asks, game_ask_votes TO zhixing_play, zhixing_judge;
GRANT SELECT ON game_words TO zhixing_judge;
GRANT INSERT, UPDATE ON game_says, game_asks, game_ask_votes TO zhixing_judge;
GRANT UPDATE (closed_at) ON game_prompts TO zhixing_judge;
GRANT SELECT, INSERT, UPDATE, DELETE ON game_waits TO zhixing_judge;
GRANT UPDATE ON game_prompts, game_words TO zhixing_desk;
GRANT UPDATE (state, decided_by, decided_at) ON game_asks TO zhixing_desk;
REVOKE INSERT, UPDATE, DELETE ON game_says, game_ask_votes, game_waits FROM zhixing_desk;
REVOKE INSERT, DELETE ON game_asks FROM zhixing_desk;
