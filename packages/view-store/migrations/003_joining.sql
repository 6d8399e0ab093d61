-- Up Migration

-- Ways into groups: invitations, requests, links, and bans.
CREATE TABLE invitations (
  app_id text COLLATE "C" NOT NULL,
  conversation_id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  invited_by text NOT NULL,
  greeting text NOT NULL,
  invited_at bigint NOT NULL,
  -- 0 for never
  expires_at bigint NOT NULL,
  -- 0 while it waits for an answer
  answered_at bigint NOT NULL,
  -- a stay of its user that began behind this seq has ended it
  after_seq bigint NOT NULL,
  partition int NOT NULL,
  "offset" bigint NOT NULL,
  PRIMARY KEY (app_id, conversation_id, user_id)
);

-- Those of a user that wait, listed and by when they end, and what changed: none of them goes through what was ever answered.
CREATE INDEX invitations_of_user ON invitations (app_id, user_id, conversation_id) WHERE answered_at = 0;
CREATE INDEX invitations_waiting ON invitations (app_id, user_id, expires_at) WHERE answered_at = 0;
CREATE INDEX invitations_changed ON invitations (app_id, user_id, partition, "offset");

CREATE TABLE join_links (
  app_id text COLLATE "C" NOT NULL,
  conversation_id text COLLATE "C" NOT NULL,
  -- SHA-256 of the token, which is kept nowhere
  link_id text COLLATE "C" NOT NULL,
  made_by text NOT NULL,
  made_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  uses_max bigint NOT NULL,
  uses bigint NOT NULL,
  revoked_at bigint NOT NULL,
  partition int NOT NULL,
  "offset" bigint NOT NULL,
  PRIMARY KEY (app_id, conversation_id, link_id)
);

CREATE TABLE bans (
  app_id text COLLATE "C" NOT NULL,
  conversation_id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  banned_by text NOT NULL,
  -- 0 once it was lifted
  banned_at bigint NOT NULL,
  partition int NOT NULL,
  "offset" bigint NOT NULL,
  PRIMARY KEY (app_id, conversation_id, user_id)
);

CREATE TABLE join_requests (
  app_id text COLLATE "C" NOT NULL,
  conversation_id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  request_text text NOT NULL,
  -- a JSON array of texts
  answers text NOT NULL,
  asked_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  -- 0 while it waits for an answer
  answered_at bigint NOT NULL,
  -- accepted, refused or withdrawn; empty while it waits
  outcome text NOT NULL,
  -- as of invitations
  after_seq bigint NOT NULL,
  partition int NOT NULL,
  "offset" bigint NOT NULL,
  PRIMARY KEY (app_id, conversation_id, user_id)
);

CREATE INDEX join_requests_of_user ON join_requests (app_id, user_id, conversation_id) WHERE answered_at = 0;
CREATE INDEX join_requests_of_user_waiting ON join_requests (app_id, user_id, expires_at) WHERE answered_at = 0;
CREATE INDEX join_requests_of_user_changed ON join_requests (app_id, user_id, partition, "offset");
CREATE INDEX join_requests_waiting ON join_requests (app_id, conversation_id, expires_at) WHERE answered_at = 0;
CREATE INDEX join_requests_changed ON join_requests (app_id, conversation_id, "offset");
-- Those of a group that wait, listed. Made last: without statistics the indexes of a user seem to cost as little, and then the last is taken.
CREATE INDEX join_requests_listed ON join_requests (app_id, conversation_id, user_id) WHERE answered_at = 0;

-- Down Migration

DROP TABLE bans, join_requests, join_links, invitations;
