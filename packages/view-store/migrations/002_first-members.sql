-- The first members of a group, added at seq 2, see its creation too: their stay begins at seq 1.

-- Up Migration

UPDATE memberships SET from_seq = 1 WHERE from_seq = 2 AND conversation_id LIKE 'g:%';

-- Down Migration

UPDATE memberships SET from_seq = 2 WHERE from_seq = 1 AND conversation_id LIKE 'g:%';
