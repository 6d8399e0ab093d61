-- Up Migration

create table skein_credentials.token_secret (
  id int primary key default 1 check (id = 1),
  fingerprint text collate "C" not null,
  kept_at timestamptz not null default now()
);
comment on table skein_credentials.token_secret is 'At most one row: what the secret that signs tokens is told by, kept by the first process that uses it, so that another one is refused';

-- Down Migration

drop table skein_credentials.token_secret;
