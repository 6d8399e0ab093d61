-- Views of the log. Every row carries the partition and offset of the event that last changed it; one row is written by one
-- partition only. Times are milliseconds since the epoch, taken from events: nothing here comes from this server's clock.
-- Keys compare by bytes (COLLATE "C"), so that every copy of the views has the same order.

-- Up Migration

-- Everything before next_offset is in the views. Travels in the same transaction as the rows.
CREATE TABLE checkpoints (
  partition int PRIMARY KEY,
  next_offset bigint NOT NULL,
  log_epoch text NOT NULL,
  claim bigint NOT NULL,
  command_offset bigint NOT NULL
);

CREATE TABLE users (
  app_id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  user_name text NOT NULL,
  display_name text NOT NULL,
  registered_at bigint NOT NULL,
  partition int NOT NULL,
  "offset" bigint NOT NULL,
  PRIMARY KEY (app_id, user_id)
);

-- name is in lower case, user_name as it is shown.
CREATE TABLE user_names (
  app_id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  user_name text NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  partition int NOT NULL,
  "offset" bigint NOT NULL,
  PRIMARY KEY (app_id, name)
);

CREATE TABLE device_sessions (
  app_id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  session_id text COLLATE "C" NOT NULL,
  device_id text NOT NULL,
  platform text NOT NULL,
  opened_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  -- null while open
  closed_at bigint,
  partition int NOT NULL,
  "offset" bigint NOT NULL,
  PRIMARY KEY (app_id, user_id, session_id)
);

-- The head of a conversation: one row shared by all its members, changed by every message.
CREATE TABLE conversations (
  app_id text COLLATE "C" NOT NULL,
  conversation_id text COLLATE "C" NOT NULL,
  name text NOT NULL,
  creator_id text NOT NULL,
  owner_id text NOT NULL,
  member_count int NOT NULL,
  last_seq bigint NOT NULL,
  last_ordinal bigint NOT NULL,
  last_activity_at bigint NOT NULL,
  -- 0 and empty while there is no message
  last_message_seq bigint NOT NULL,
  last_sender_id text NOT NULL,
  partition int NOT NULL,
  "offset" bigint NOT NULL,
  PRIMARY KEY (app_id, conversation_id)
) WITH (fillfactor = 80);

-- One row per seq: messages and the control events that all members see.
CREATE TABLE messages (
  app_id text COLLATE "C" NOT NULL,
  conversation_id text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  ordinal bigint NOT NULL,
  kind text NOT NULL,
  sender_id text COLLATE "C" NOT NULL,
  occurred_at bigint NOT NULL,
  -- null for control events, from here to attachments, but for client_message_id and content_hash where they answer a
  -- request that its client named
  message_id text,
  client_message_id text COLLATE "C",
  content_hash bytea,
  body_content_type text,
  body_encoding text,
  body_key_id text,
  body_bytes bytea,
  reply_to bigint,
  attachments jsonb,
  -- null for messages
  detail jsonb,
  partition int NOT NULL,
  "offset" bigint NOT NULL,
  PRIMARY KEY (app_id, conversation_id, seq)
) PARTITION BY HASH (conversation_id);

CREATE TABLE messages_0 PARTITION OF messages FOR VALUES WITH (MODULUS 8, REMAINDER 0);
CREATE TABLE messages_1 PARTITION OF messages FOR VALUES WITH (MODULUS 8, REMAINDER 1);
CREATE TABLE messages_2 PARTITION OF messages FOR VALUES WITH (MODULUS 8, REMAINDER 2);
CREATE TABLE messages_3 PARTITION OF messages FOR VALUES WITH (MODULUS 8, REMAINDER 3);
CREATE TABLE messages_4 PARTITION OF messages FOR VALUES WITH (MODULUS 8, REMAINDER 4);
CREATE TABLE messages_5 PARTITION OF messages FOR VALUES WITH (MODULUS 8, REMAINDER 5);
CREATE TABLE messages_6 PARTITION OF messages FOR VALUES WITH (MODULUS 8, REMAINDER 6);
CREATE TABLE messages_7 PARTITION OF messages FOR VALUES WITH (MODULUS 8, REMAINDER 7);

-- Not unique: a second stored copy of an intent must never wedge a projector. seq is in it so that the first copy is found
-- without a walk through the conversation.
CREATE INDEX messages_intent ON messages (app_id, conversation_id, sender_id, client_message_id, seq)
  WHERE client_message_id IS NOT NULL;
CREATE INDEX messages_control ON messages (app_id, conversation_id, "offset") WHERE kind <> 'message';

-- Stays: a user may see [from_seq, to_seq); to_seq is 0 while a member. Those of a user are found through his or her sessions:
-- every stay has one.
CREATE TABLE memberships (
  app_id text COLLATE "C" NOT NULL,
  conversation_id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  from_seq bigint NOT NULL,
  to_seq bigint NOT NULL,
  -- empty once out, and in direct conversations
  role text NOT NULL,
  -- last ordinal of the conversation at joining and at leaving; ended_at is when it ended, 0 while it lasts
  from_ordinal bigint NOT NULL,
  to_ordinal bigint NOT NULL,
  ended_at bigint NOT NULL,
  partition int NOT NULL,
  "offset" bigint NOT NULL,
  PRIMARY KEY (app_id, conversation_id, user_id, from_seq)
);

-- What belongs to one user in one conversation.
CREATE TABLE sessions (
  app_id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  conversation_id text COLLATE "C" NOT NULL,
  read_ordinal bigint NOT NULL,
  partition int NOT NULL,
  "offset" bigint NOT NULL,
  PRIMARY KEY (app_id, user_id, conversation_id)
) WITH (fillfactor = 80);

-- Down Migration

DROP TABLE sessions, memberships, messages, conversations, device_sessions, user_names, users, checkpoints;
