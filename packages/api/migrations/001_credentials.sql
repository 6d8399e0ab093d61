-- Up Migration

-- The schema skein_credentials is made by the runner, which keeps its own table there. It is not a view: it cannot be
-- rebuilt from the log, and is backed up as what it is.

create table skein_credentials.passwords (
  app_id text collate "C" not null,
  user_id text collate "C" not null,
  user_name text collate "C" not null,
  display_name text collate "C" not null,
  password_hash text collate "C" not null,
  entry bigint generated always as identity,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (app_id, user_id)
);
comment on table skein_credentials.passwords is 'One row per user, written before the name is claimed; several rows of one name are registrations that raced or broke off';
comment on column skein_credentials.passwords.user_name is 'What the registration asked for, so that login can finish one that broke off; the name belongs to whom the log gave it';
comment on column skein_credentials.passwords.entry is 'Order of insertion, for which a clock is too coarse';
comment on column skein_credentials.passwords.password_hash is 'PHC string with its parameters';

create index passwords_by_name on skein_credentials.passwords (app_id, lower(user_name), entry);

create table skein_credentials.apps (
  app_id text collate "C" primary key,
  secret_hash text collate "C" not null,
  changed_at timestamptz not null default now()
);
comment on table skein_credentials.apps is 'Apps whose registrations want the app secret';

-- Down Migration

drop table skein_credentials.apps;
drop table skein_credentials.passwords;
