-- Timers: moments at which a command about an aggregate is due. Written before the first release, as 001 is.

-- Up Migration

CREATE TABLE timers (
  app_id text COLLATE "C" NOT NULL,
  aggregate_id text COLLATE "C" NOT NULL,
  timer_id text COLLATE "C" NOT NULL,
  timer_kind text NOT NULL,
  -- 0 once it is done
  due_at bigint NOT NULL,
  payload text NOT NULL,
  partition int NOT NULL,
  "offset" bigint NOT NULL,
  PRIMARY KEY (app_id, aggregate_id, timer_id)
);

-- Whoever owns the partition reads them in this order.
CREATE INDEX timers_due ON timers (partition, due_at, app_id, aggregate_id, timer_id) WHERE due_at > 0;

-- Down Migration

DROP TABLE timers;
