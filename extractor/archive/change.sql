-- What a change of an archive works with, for as long as it lasts.

CREATE TEMP TABLE run (  -- the articles of the run that is added
    id TEXT PRIMARY KEY,
    published TEXT,
    family TEXT NOT NULL,  -- the article that it is a copy of, else itself
    origin TEXT,
    digest BLOB NOT NULL,
    first TEXT,  -- day of its family in the run
    new INTEGER NOT NULL DEFAULT 1  -- 0 where the archive has it as it is
) WITHOUT ROWID;
CREATE INDEX temp.run_families ON run (family);
CREATE INDEX temp.run_origins ON run (origin) WHERE origin IS NOT NULL;

CREATE TEMP TABLE gone (  -- articles of the archive that are taken out
    article INTEGER PRIMARY KEY
);
CREATE TEMP TABLE families (  -- of articles that come or go, with their first day in the archive before
    family TEXT PRIMARY KEY,
    first TEXT
) WITHOUT ROWID;
CREATE TEMP TABLE firsts (  -- the same with their first day after
    family TEXT PRIMARY KEY,
    first TEXT
) WITHOUT ROWID;
CREATE TEMP TABLE moved (  -- articles whose family has another first day than they were merged with
    id TEXT PRIMARY KEY
) WITHOUT ROWID;
CREATE TEMP TABLE touched (  -- keys of facts that are merged anew
    key INTEGER PRIMARY KEY
);
CREATE TEMP TABLE met (  -- articles of the run that state something of these
    id TEXT PRIMARY KEY
) WITHOUT ROWID;
CREATE TEMP TABLE affected (  -- all articles that do
    article INTEGER PRIMARY KEY
);
CREATE TEMP TABLE agreed (  -- how the facts of figures agreed that are merged anew
    figure INTEGER PRIMARY KEY,
    agreement TEXT NOT NULL
);
CREATE TEMP TABLE members (  -- the figures of the facts that come
    figure TEXT PRIMARY KEY,
    fact INTEGER NOT NULL,
    stated INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TEMP TABLE found (  -- the findings of the run
    id TEXT PRIMARY KEY
) WITHOUT ROWID;
CREATE TEMP TABLE doubted (  -- figures whose verdict is told anew
    figure INTEGER PRIMARY KEY
);
CREATE TEMP TABLE chunks (  -- of columns that are written anew
    number INTEGER PRIMARY KEY
);
