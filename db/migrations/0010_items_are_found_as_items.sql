-- Items of programmes that are a meeting were found as "meeting", which is what meetings of groups and branches are found as now.
UPDATE search_texts SET kind = 'item', terms = replace(terms::text, ''':meeting''', ''':item''')::tsvector WHERE kind = 'meeting';
